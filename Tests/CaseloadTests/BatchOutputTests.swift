import TestValues
import Testing

@testable import Caseload
@testable import Export

struct BatchOutputTests {
  @Test func `parts that a failure keeps waiting for ever do no harm`() throws {
    let folder = try TestFolder()
    try folder.write("id\n", to: "roster")
    let tree = try OutputTree(folder.path("out"), isFanned: false)
    defer { tree.close() }
    let output = try BatchOutput(
      RosterFile(folder.path("roster")), in: tree, combinesCSV: false, partsAhead: 3)
    for sequence in 1...2 {
      output.waitForRoom()
      try output.take(BatchPart(sequence: sequence, csv: [0]), header: nil)
    }
    #expect(output.summary.clients == 0)
  }
}
