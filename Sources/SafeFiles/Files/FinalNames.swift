import Glibc

/// Gives finished temporary files their final names: all of them, or none.
package struct FinalNames {
  package struct Move {
    package let temporary: String
    package let final: String
  }

  /// What a final name stood for before.
  private enum Former {
    case nothing
    /// A second name of the former file.
    case kept(String)
    /// It cannot be kept: the file system has no hard links, or the file is another user's.
    case lost
  }

  /// Renames every file. When one cannot be renamed, those before it get their former contents back, as far as
  /// the file system allows.
  package static func take(_ moves: [Move]) throws(ExportFailure) {
    var taken: [(move: Move, former: Former)] = []
    defer { for step in taken { if case .kept(let name) = step.former { unlink(name) } } }
    for move in moves {
      let former = keepFormer(of: move)
      // rename(2) replaces an existing file in one step.
      guard rename(move.temporary, move.final) == 0 else {
        let failure = SystemError.last.creating(move.final)
        taken.append((move, former))
        for step in taken.dropLast().reversed() { giveBack(step.move, step.former) }
        throw failure
      }
      taken.append((move, former))
    }
  }

  private static func keepFormer(of move: Move) -> Former {
    let second = move.temporary + ".old"
    if link(move.final, second) == 0 { return .kept(second) }
    return errno == ENOENT ? .nothing : .lost
  }

  private static func giveBack(_ move: Move, _ former: Former) {
    switch former {
    case .nothing: unlink(move.final)
    case .kept(let second): rename(second, move.final)
    case .lost: break
    }
  }
}
