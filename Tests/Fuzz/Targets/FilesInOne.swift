/// Several files in one input, for what is read from more than one. Before each stands a line `== NAME`.
enum FilesInOne {
  static func read(_ input: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var rest = input[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      if line.starts(with: "== ".utf8) {
        let name = line.dropFirst(3).prefix { $0 != 0x0A }
        files.append((String(decoding: name, as: UTF8.self), []))
      } else if !files.isEmpty {
        files[files.count - 1].bytes += line
      }
    }
    return files
  }
}
