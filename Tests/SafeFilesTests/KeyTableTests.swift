import Testing

@testable import SafeFiles

/// Held against a dictionary.
@Suite struct KeyTableTests {
  @Test func `what was set is found, also after the table grew`() throws {
    let table = try KeyTable(slots: 16)
    var wanted: [UInt64: UInt64] = [:]
    var key: UInt64 = 1
    for number in 0..<20_000 {
      // Knuth's multiplier spreads the numbers.
      key = UInt64(number) &* 6_364_136_223_846_793_005
      wanted[key] = .max - UInt64(number)
      try table.set(.max - UInt64(number), for: key)
    }
    for (key, number) in wanted { #expect(try table.number(for: key) == number) }
    #expect(try table.number(for: key &+ 1) == nil)
    try table.set(7, for: key)
    #expect(try table.number(for: key) == 7)
  }

  @Test func `keys with one place stand one after another, over the end of the table too`() throws {
    let table = try KeyTable(slots: 128)
    let keys = (0..<60).map { UInt64($0) << 32 | 120 }
    for key in keys { try table.set(key, for: key) }
    for key in keys { #expect(try table.number(for: key) == key) }
    #expect(try table.number(for: 120 | 99 << 32) == nil)
  }
}
