/// A whole CSV file in memory: the names of its columns, its rows, and what is wrong with it.
///
/// A record with an error is left out of the rows; ``errors`` has it. What is beyond ``CSVLimits`` is not read: the last
/// of the errors says so.
package struct CSVDocument: Sendable {
  /// The first record; empty when it cannot be read.
  package private(set) var header: [String] = []
  /// What is wrong, in the order of the file.
  package private(set) var errors: [CSVError] = []

  private var bytes: [UInt8] = []
  /// The end of each field of each row in ``bytes``, row by row.
  private var ends: [Int] = []
  private var lines: [Int] = []

  /// - Parameter file: the bytes of the file; UTF-8, with or without a byte order mark.
  package init(_ file: [UInt8], limits: CSVLimits) {
    var scanner = CSVScanner(recordLimit: limits.rowBytes)
    var position = 0
    bytes.reserveCapacity(file.count)
    while true {
      do throws(CSVError) {
        let isRecord = try scanner.next(in: file, at: &position)
        if !isRecord, try !scanner.finish() { break }
        if let error = excess(scanner.record, limits) {
          errors.append(error)
          break
        }
        take(scanner.record)
        scanner.fieldCount = header.count
      } catch {
        errors.append(error)
        if errors.count >= limits.brokenRows {
          let kind = CSVError.Kind.tooManyErrors(limit: limits.brokenRows)
          errors.append(CSVError(line: error.line, field: nil, kind: kind))
          break
        }
        // Without its header a file has no columns to read the rest by.
        if header.isEmpty { break }
      }
    }
    if header.isEmpty && errors.isEmpty { errors = [CSVError(line: 1, field: nil, kind: .empty)] }
  }

  /// What the next record breaks of the limits; nil when it breaks nothing.
  private func excess(_ record: CSVRecord, _ limits: CSVLimits) -> CSVError? {
    let kind: CSVError.Kind
    if header.isEmpty {
      guard record.count > limits.columns else { return nil }
      kind = .tooManyColumns(limit: limits.columns)
    } else if lines.count >= limits.rows {
      kind = .tooManyRows(limit: limits.rows)
    } else if ends.count + record.count > limits.cells {
      kind = .tooManyFields(limit: limits.cells)
    } else {
      return nil
    }
    return CSVError(line: record.line, field: nil, kind: kind)
  }

  private mutating func take(_ record: CSVRecord) {
    guard !header.isEmpty else {
      header = (0..<record.count).map(record.text)
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: record.bytes)
    for end in record.ends { ends.append(start + end) }
    lines.append(record.line)
  }

  /// The number of rows, without the header and the records with errors.
  package var rowCount: Int { lines.count }

  /// The line of the file on which a row begins, from 1.
  package func line(ofRow row: Int) -> Int { lines[row] }

  /// The bytes of a field.
  /// - Precondition: `row` and `column`, from 0, are there.
  package subscript(row: Int, column: Int) -> ArraySlice<UInt8> {
    precondition(column < header.count)
    let index = row * header.count + column
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Whether a field has no bytes; cheaper than to ask for them.
  package func isEmpty(_ row: Int, _ column: Int) -> Bool {
    let index = row * header.count + column
    return ends[index] == (index == 0 ? 0 : ends[index - 1])
  }

  /// Whether a byte of any row is one that `isMeant` means.
  package func contains(where isMeant: (UInt8) -> Bool) -> Bool { bytes.contains(where: isMeant) }

  /// The text of a field.
  package func text(_ row: Int, _ column: Int) -> String {
    String(decoding: self[row, column], as: UTF8.self)
  }
}

/// What a CSV file that is held in memory as a whole may ask of the reader.
package struct CSVLimits: Sendable, Equatable {
  /// Rows without the header.
  package var rows: Int
  /// Fields of all rows together.
  package var cells: Int
  /// Fields of the header.
  package var columns: Int
  /// Bytes of a row, and so of a field.
  package var rowBytes: Int
  /// Rows with an error; after so many it is another kind of file.
  package var brokenRows: Int

  package init(rows: Int, cells: Int, columns: Int, rowBytes: Int, brokenRows: Int) {
    self.rows = rows
    self.cells = cells
    self.columns = columns
    self.rowBytes = rowBytes
    self.brokenRows = brokenRows
  }
}

/// One record of a CSV file: its fields without their quotation marks, as bytes in UTF-8.
package struct CSVRecord: Sendable, Equatable {
  /// The line of the file on which the record begins, from 1.
  package internal(set) var line = 1
  /// The fields' bytes, one field after the other.
  package internal(set) var bytes: [UInt8] = []
  /// The end of each field in ``bytes``.
  var ends: [Int] = []

  /// The number of fields.
  package var count: Int { ends.count }

  /// Whether no field holds anything but spaces.
  package var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The bytes of a field.
  /// - Precondition: `0 <= index < count`.
  package subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The text of a field.
  /// - Precondition: `0 <= index < count`.
  package func text(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
