import Calculation
import Testing

/// Arithmetic with what is known by halves keeps what is certain.
struct AmountTests {
  static let cases: [(Amount, Amount)] = [
    (.exactly(2) + .exactly(3), .exactly(5)),
    (.atLeast(2) + .exactly(3), .atLeast(5)),
    (.atLeast(2) + .atMost(3), .missing),
    (.exactly(10) - .atLeast(4), .atMost(6)),
    (.exactly(10) - .between(1, 4), .between(6, 9)),
    (.exactly(10) - .missing, .missing),
    (.atMost(4) * .exactly(-2), .atLeast(-8)),
    (.atMost(4) * .exactly(0), .exactly(0)),
    (.between(1, 2) * .between(3, 4), .between(3, 8)),
    (.atLeast(1) * .atLeast(3), .atLeast(3)),
    (.atLeast(-1) * .atLeast(3), .missing),
    (.exactly(1) / .exactly(0), .missing),
    (.exactly(9) / .atMost(3), .atLeast(3)),
    (.exactly(9) / .atLeast(3), .atMost(3)),
    (.between(6, 9) / .atMost(3), .atLeast(2)),
    (.between(6, 9) / .between(1, 3), .between(2, 9)),
    (.exactly(9) / .atMost(-3), .missing),
    (.between(6, 9) / .exactly(-3), .between(-3, -2)),
    (Amount(low: 1, high: 1), .exactly(1)),
    (Amount(low: nil, high: nil), .missing),
    (Amount(low: .infinity, high: nil), .missing),
    (Amount(Double.nan), .missing),
  ]

  @Test(arguments: cases.indices)
  func `what is certain comes out`(index: Int) {
    let (found, expected) = Self.cases[index]
    #expect(found == expected)
  }

  @Test
  func `a comparison is decided only where it is certain`() {
    #expect(Amount.isLess(.exactly(1), .exactly(2)) == true)
    #expect(Amount.isLess(.exactly(2), .exactly(2)) == false)
    #expect(Amount.isLess(.exactly(1), .atLeast(2)) == true)
    #expect(Amount.isLess(.exactly(3), .atLeast(2)) == nil)
    #expect(Amount.isLess(.exactly(3), .atMost(2)) == false)
    #expect(Amount.isLess(.missing, .exactly(2)) == nil)
    #expect(Amount.isLessOrEqual(.exactly(2), .exactly(2)) == true)
    #expect(Amount.isLessOrEqual(.atLeast(3), .exactly(2)) == false)
  }
}
