import Foundation
import Testing

/// The place of unfinished files is every client's: when it fails, nobody is to blame.
struct BatchScratchTests {
  @Test(.enabled(if: Surroundings.inOwnMounts != nil, "needs unshare"))
  func `a full place for unfinished files stops a batch, and nobody is rejected`() throws {
    let folder = try TestFolder()
    let rows = (0..<6).map { "c\($0),CA,\(40_000 + $0),annual,yes" }
    try folder.write(
      "id,state,pay_amount,pay_basis,in_field\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
    try folder.makeFolder("scratch")
    let script = """
      mount -t tmpfs -o size=64k tmpfs scratch
      TMPDIR="$PWD/scratch" "$PATHBOOK" batch r.csv --output out --format xlsx --quiet; echo "exit $?"
      ls -A out; ls -A scratch
      """
    let result = try Command.shell(script, in: folder.path, through: Surroundings.inOwnMounts ?? [])
    #expect(result.output.split(separator: "\n").contains("exit 74"), "\(result)")
    #expect(!result.output.contains("rejects.csv") && !result.output.contains("pathbook-"), "\(result)")
  }
}
