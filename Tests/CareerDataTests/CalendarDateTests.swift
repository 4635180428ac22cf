import CareerData
import Tabular
import Testing

struct CalendarDateTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { ArraySlice(text.utf8) }

  @Test func `a date is a day that exists`() {
    #expect(CellValue.date(bytes("2024-02-29")) == CalendarDate(year: 2024, month: 2, day: 29))
    #expect(CellValue.date(bytes("5/31/2024")) == CalendarDate(year: 2024, month: 5, day: 31))
    for text in [
      "2023-02-29", "2024-13-01", "2024-1-1", "31/5/2024", "5/31/24", "2024-05-31 ", "20240531", "",
    ] {
      #expect(CellValue.date(bytes(text)) == nil, "\(text)")
    }
  }
}
