import Foundation
import Testing

/// The samples that run a caseload in shards, without their engines, which the long tests have.
@Suite struct EngineScriptsTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    let rows = (0..<40).map { "c\($0),\($0 == 7 ? "ZZ" : "CA"),\(40_000 + $0),annual" }
    try folder.write("id,state,pay_amount,pay_basis\n" + rows.joined(separator: "\n") + "\n", to: "r.csv")
  }

  private static func path(_ script: String) -> String { Repository.path("Samples/engines/\(script)") }

  /// Runs a script in which `pathbook` is the command and `parallel` one that does what GNU parallel does at its simplest.
  ///
  /// The shell writes them: a file that the tests write may be open in a process of another test, and then nobody can run it.
  private func shell(_ script: String) throws -> Command.Result {
    let programs = """
      mkdir -p bin; PATH=$PWD/bin:$PATH
      cat >bin/parallel <<'END'
      #!/bin/bash
      while [ "$1" != pathbook ]; do shift; done
      while read -r number; do "${@//\\{\\}/$number}" || exit 1; done
      END
      printf '#!/bin/sh\\nexec "%s" "$@"\\n' "$PATHBOOK" >bin/pathbook
      chmod +x bin/*

      """
    return try Command.shell(programs + script, in: folder.path)
  }

  /// The parts are those of one caseload, with all clients and the bad row.
  private func expectWhole(_ parts: String) throws {
    let merge = try Command.run("caseload", "merge", parts, "--output", "merged", in: folder.path)
    #expect(merge.errors.filter { $0.contains("error") } == [])
    let manifest = try folder.text("merged/manifest.ndjson").split(separator: "\n").dropFirst()
    #expect(manifest.count == 40)
    #expect(manifest.filter { $0.contains("\"rejected\"") }.count == 1)
    let rejects = try folder.text("merged/rejects.csv").split(whereSeparator: \.isNewline)
    #expect(rejects.count == 2 && rejects.last?.hasPrefix("9,") == true, "\(rejects)")
  }

  @Test func `the script for GNU parallel writes the parts of a caseload`() throws {
    let result = try shell("'\(Self.path("parallel/shards.sh"))' r.csv parts 3 2026-11-23 --format csv")
    #expect(result.exitCode == 0, "\(result.errors)")
    try expectWhole("parts")
  }

  @Test func `the script for Slurm writes the parts of a caseload`() throws {
    let result = try shell(
      """
      for number in $(seq 16); do
        SLURM_ARRAY_TASK_ID=$number bash '\(Self.path("slurm/shards.sh"))' r.csv parts 2026-11-23 --format csv || exit 1
      done
      """)
    #expect(result.exitCode == 0, "\(result.errors)")
    try expectWhole("parts")
  }

  @Test func `the script for Slurm asks for its task again when pathbook was killed, up to three times`()
    throws
  {
    let script = """
      rm bin/pathbook; printf '#!/bin/sh\\nkill -9 $$\\n' >bin/pathbook; chmod +x bin/pathbook
      printf '#!/bin/sh\\necho "$@"\\n' >bin/scontrol; chmod +x bin/scontrol
      SLURM_ARRAY_TASK_ID=1 SLURM_JOB_ID=77 SLURM_RESTART_COUNT=%d bash '\(Self.path("slurm/shards.sh"))' r.csv parts 2026-11-23
      """
    let second = try shell(script.replacing("%d", with: "2"))
    #expect(second.exitCode == 137 && second.output == "requeue 77\n", "\(second)")
    let last = try shell(script.replacing("%d", with: "3"))
    #expect(last.exitCode == 137 && last.output == "", "\(last)")
  }

  @Test func `the script for Spark writes the parts of a caseload and reads their manifests`() throws {
    let program = """
      import sys, types
      for name in ("pandas", "pyspark", "pyspark.sql"):
          sys.modules[name] = types.ModuleType(name)
      sys.modules["pyspark.sql"].SparkSession = sys.modules["pyspark.sql"].functions = None
      sys.modules["pandas"].DataFrame = list
      sys.dont_write_bytecode = True
      sys.path.insert(0, "\(Self.path("spark"))")
      import caseload
      roster, options = open("r.csv", "rb").read(), ["--report-date", "2026-11-23", "--format", "csv"]
      for number in (1, 2, 3):
          archive = caseload.write_shard(roster, "parts", f"{number}/3", options, "\(Command.path)")
          for rows in caseload.manifest(archive, number):
              for row in rows:
                  print(row["line"], row["client"], row["status"], len(row["files"] or []))
      """
    try folder.write(program, to: "run.py")
    let result = try Command(words: ["python3"], folder: folder.path).run(["run.py"])
    #expect(result.exitCode == 0, "\(result.errors)")
    let rows = Set(result.output.split(separator: "\n").map(String.init))
    let expected = (0..<40).map { $0 == 7 ? "9 None rejected 0" : "\($0 + 2) c\($0) done 2" }
    #expect(rows == Set(expected))
    try expectWhole("parts")
  }
}
