import ArgumentParser
import CareerData
import Export
import Glibc
import SafeFiles
import Session

struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session",
    abstract: "Work with clients, reports and caseloads in a browser, on this machine alone.",
    discussion: """
      Opens a page in your browser, from which everything is done by mouse and keyboard: clients, reports, what-if, \
      caseloads, data. Nothing leaves this machine, and nobody else on it can open the page: it asks for the token in the \
      address that is printed, once.

      Each client is a file in the folder, as all other commands read them; earlier versions are kept for a month in \
      .pathbook in it. Ctrl-C ends the session; so do 8 hours in which nobody asks for anything. A second start on the \
      same folder opens the session that runs.

      EXAMPLES
        pathbook session
        pathbook session clients
        pathbook session clients --dataset my-occupation
        pathbook session --no-browser --port 8765
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of the clients; created, and made private; default: Pathbook in your home folder.",
      valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Option(help: ArgumentHelp("The port of the page; default: a free one.", valueName: "number"))
  var port: Int?

  @Flag(name: .customLong("no-browser"), help: "Print the address and open no browser.")
  var opensNoBrowser = false

  @OptionGroup var dataset: DatasetOption

  @OptionGroup var date: DateOption

  func run() throws {
    try Terminal.reporting {
      let clients = try ClientFolder(folder ?? Self.ownFolder())
      var options = RunningSession.Options()
      options.port = port
      options.opensBrowser = !opensNoBrowser
      let (names, day) = (dataset.folders, date.reportDate)
      let session = try RunningSession(clients, options)
      _ = try session.run(
        desk: { () throws(ExportFailure) in
          try Desk(clients: clients, datasetNames: names) { Clock.now(day: day) }
        },
        say: { line in try? Terminal.say(line) })
      if Interruption.signal != nil { Interruption.end() }
    }
  }

  private static func ownFolder() throws(ExportFailure) -> String {
    guard let home = UserFolders.home else {
      throw .usage(
        "HOME is not set, so there is no folder for the clients; give one: pathbook session FOLDER")
    }
    return "\(home)/Pathbook"
  }
}

extension Clock {
  /// The moment, on a given day or on the present one.
  fileprivate static func now(day: CalendarDate?) -> SessionTime {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return SessionTime(seconds: now.tv_sec, milliseconds: now.tv_nsec / 1_000_000, day: day ?? today)
  }
}
