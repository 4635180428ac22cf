import ArgumentParser
import Export

struct SetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Install for you what a format needs besides Pathbook.",
    discussion: """
      EXAMPLES
        pathbook setup pdf
      """,
    subcommands: [PDF.self])

  struct PDF: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pdf",
      abstract: "Install the compiler of PDFs for you, once; the only command that uses the network.",
      discussion: """
        --format pdf needs the compiler Typst. This command fetches it from the Python Package Index (pypi.org, 34 MB): the \
        package typst, in one version, checked by its hash. It goes into pathbook/typst in your folder for data \
        (XDG_DATA_HOME, else ~/.local/share), for you alone. Nothing of yours is sent. A proxy, certificates and a \
        mirror are those of pip. No other command of Pathbook uses the network.

        Where it is there already nothing is fetched. To remove it, delete the folder.

        It needs Python with venv and two fonts: the Debian packages python3-venv, fonts-dejavu-core and fonts-wqy-microhei.

        EXAMPLES
          pathbook setup pdf
          pathbook report client.json --format pdf
          HTTPS_PROXY=http://proxy.example:3128 pathbook setup pdf
        """)

    func run() throws {
      try Terminal.reporting {
        let installation = try TypstInstallation()
        try installation.install()
        try Terminal.say("The compiler of PDFs is in \(installation.folder)")
      }
    }
  }
}
