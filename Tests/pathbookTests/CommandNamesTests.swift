import ArgumentParser
import Testing

@testable import pathbook

/// The argument parser makes up a name for a command that has none: it asks the runtime for the words of the type, which
/// takes a tenth of every start.
struct CommandNamesTests {
  private static func commands(of parent: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [parent] + parent.configuration.subcommands.flatMap(commands)
  }

  @Test func `every command has its name where it is declared`() {
    let commands = Self.commands(of: PathbookCommand.self)
    #expect(commands.count > 30)
    #expect(commands.filter { $0.configuration.commandName == nil }.map { "\($0)" } == [])
  }
}
