import Export

extension FuzzTarget {
  /// The journal of a batch, which `--resume` believes: whoever planted it, it names files of the batch's own folder
  /// only, and an entry that is written again is the same.
  static let manifest = FuzzTarget("manifest") { input in
    var verdict = Verdict.refused
    for line in input.split(separator: 0x0A) {
      guard let entry = ManifestEntry(Array(line)) else { continue }
      verdict = .accepted
      for file in entry.files {
        try promise("\"\(file.path)\" is the name of a file of the batch", isInside(file.path))
      }
      let again = ManifestEntry(Array(entry.bytes(dataset: "d", program: "p").dropLast()))
      try promise("an entry reads back equal", again?.files == entry.files && again?.client == entry.client)
      try promise("an entry reads back equal", again?.status == entry.status && again?.input == entry.input)
    }
    return verdict
  }

  /// A name, or two hexadecimal digits and a name.
  private static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2, !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(0)
    else { return false }
    return parts.count == 1 || parts[0].utf8.count == 2 && parts[0].allSatisfy("0123456789abcdef".contains)
  }
}
