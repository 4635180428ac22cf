/// What every message promises to whoever reads it.
public enum Messages {
  /// Words that only a programmer knows: names of modules, values as the language prints them, places in memory.
  private static let internals = [
    "Optional(", "CareerData.", "Advising.", "AdvisingReport.", "ReportModel.", "ReportWriters.",
    "ReportXLSX.",
    "Export.", "Zip.", "Yams.", "Mustache.", "YamlError", "Swift.", "__C.", "extension in", "0x0000",
    ".swift:",
    "Substring(", "Error Domain",
  ]

  /// A word that stands for a client's name, an advisor's or notes in the inputs.
  static let privateWord = "Quillfeather"

  /// - Parameter input: what the messages are about; they may quote it.
  /// - Throws: a ``BrokenPromise`` when a message is empty or shows the inside of the program.
  public static func check(_ messages: [String], about input: [UInt8]) throws {
    for message in messages {
      try promise("a message has words", !message.isEmpty)
      for word in internals where message.contains(word) {
        let isQuoted = String(decoding: input, as: UTF8.self).contains(word)
        try promise("the message \"\(message)\" shows the inside of the program", isQuoted)
      }
    }
  }

  /// - Parameter count: how often the private word stands in the input where it is private.
  /// - Throws: a ``BrokenPromise`` when it stands nowhere else, and a message has it.
  static func checkPrivacy(_ messages: [String], of input: [UInt8], privateCount count: Int) throws {
    guard messages.contains(where: { $0.contains(privateWord) }) else { return }
    let all = String(decoding: input, as: UTF8.self).ranges(of: privateWord).count
    try promise("a message tells what is private", all > count)
  }
}
