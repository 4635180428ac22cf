import CareerData
import Foundation
import SafeFiles
import TestValues

@testable import Session

extension SessionTime {
  static func sample(_ seconds: Int = 1_795_000_000, milliseconds: Int = 0, day: String = "2026-11-20")
    -> SessionTime
  {
    guard let day = CalendarDate(iso: day) else { preconditionFailure("a day of a test exists") }
    return SessionTime(seconds: seconds, milliseconds: milliseconds, day: day)
  }
}

extension Desk {
  /// With the worked example among the clients.
  static func sample(_ clients: ClientFolder, at time: SessionTime = .sample()) throws -> Desk {
    let bytes = try Array(
      Data(contentsOf: URL(fileURLWithPath: Repository.path("Samples/clients/worked-example.json"))))
    _ = try clients.create("worked-example", bytes, at: time)
    return try Desk(clients: clients, datasetNames: []) { time }
  }
}
