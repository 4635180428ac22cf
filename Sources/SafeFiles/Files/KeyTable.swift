import Glibc
import Synchronization

/// A number by each key, in a file without a name: millions of them take no memory.
///
/// A hash table with open addressing. Keys must be spread evenly, as hashes are.
package final class KeyTable: Sendable {
  private struct State: ~Copyable {
    var file: NumberFile
    /// A power of two, more than twice as many as there are keys: few keys stand far from their place.
    var slots: Int
    var count = 0
  }

  private let state: Mutex<State>

  /// - Parameter slots: to begin with, a power of two.
  package init(slots: Int = 1 << 12) throws(ExportFailure) {
    state = Mutex(State(file: try NumberFile(slots: slots), slots: slots))
  }

  /// Nil for a key that is not in the table.
  package func number(for key: UInt64) throws(ExportFailure) -> UInt64? {
    try state.withLock { (state) throws(ExportFailure) in
      try state.file.place(of: Self.stored(key), slots: state.slots).number
    }
  }

  package func set(_ number: UInt64, for key: UInt64) throws(ExportFailure) {
    try state.withLock { (state) throws(ExportFailure) in
      if (state.count + 1) * 2 > state.slots { try Self.grow(&state) }
      let place = try state.file.place(of: Self.stored(key), slots: state.slots)
      try state.file.write(Self.stored(key), number, at: place.slot)
      if place.number == nil { state.count += 1 }
    }
  }

  /// 0 marks a slot that is free.
  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

  private static func grow(_ state: inout State) throws(ExportFailure) {
    let slots = state.slots * 4
    let file = try NumberFile(slots: slots)
    var slot = 0
    while slot < state.slots {
      let records = try state.file.records(at: slot, count: min(1 << 14, state.slots - slot))
      for record in records where record.key != 0 {
        let place = try file.place(of: record.key, slots: slots)
        try file.write(record.key, record.number, at: place.slot)
      }
      slot += records.count
    }
    state.file = file
    state.slots = slots
  }
}

/// The file of a ``KeyTable``: slots of two numbers, those that were never written all 0.
private struct NumberFile: ~Copyable {
  struct Record {
    package let key: UInt64
    package let number: UInt64
  }

  private static let numbersInSlot = 2
  private static let bytesInSlot = numbersInSlot * 8
  /// Read together: as many as a key is hardly ever away from its place.
  private static let slotsAtOnce = 32

  private let descriptor: Int32
  private let folder: String

  init(slots: Int) throws(ExportFailure) {
    folder = NamelessFile.folder
    descriptor = NamelessFile.open()
    guard descriptor >= 0 else { throw SystemError.last.preparing(folder) }
    guard ftruncate(descriptor, slots * Self.bytesInSlot) == 0 else {
      throw SystemError.last.preparing(folder)
    }
  }

  /// Where a key stands or could be put, and what is there.
  func place(of key: UInt64, slots: Int) throws(ExportFailure) -> (slot: Int, number: UInt64?) {
    var slot = Int(key & UInt64(slots - 1))
    while true {
      let records = try records(at: slot, count: min(Self.slotsAtOnce, slots - slot))
      for (index, record) in records.enumerated() {
        if record.key == 0 { return (slot + index, nil) }
        if record.key == key { return (slot + index, record.number) }
      }
      slot = (slot + records.count) & (slots - 1)
    }
  }

  func records(at slot: Int, count: Int) throws(ExportFailure) -> [Record] {
    var numbers = [UInt64](repeating: 0, count: count * Self.numbersInSlot)
    let size = count * Self.bytesInSlot
    let result = numbers.withUnsafeMutableBytes { bytes in
      Result { () throws(SystemError) in
        try FileBytes(descriptor).fill(bytes, at: slot * Self.bytesInSlot)
      }
    }
    switch result {
    case .failure(let error): throw error.preparing(folder)
    case .success(size): break
    case .success:
      throw .writeFailed(path: folder, reason: "a temporary file was truncated")
    }
    return (0..<count).map { index in
      let start = index * Self.numbersInSlot
      return Record(key: numbers[start], number: numbers[start + 1])
    }
  }

  func write(_ key: UInt64, _ number: UInt64, at slot: Int) throws(ExportFailure) {
    let record = [key, number]
    let result = record.withUnsafeBytes { bytes in
      Result { () throws(SystemError) in
        try WholeWrite.all(bytes, to: descriptor, at: slot * Self.bytesInSlot)
      }
    }
    if case .failure(let error) = result { throw error.preparing(folder) }
  }

  deinit { close(descriptor) }
}
