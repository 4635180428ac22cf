/// A page's template in two parts, between which the program puts its policy: first in the head, before anything that
/// the template asks for.
struct PageOpening: Equatable {
  /// The doctype and the start tags of `html` and `head`, and nothing else.
  let opening: String
  let rest: String

  /// Where the template does not begin as a page does, the opening is a doctype alone: a browser then begins the head
  /// by itself.
  ///
  /// - Parameter places: in the UTF-8 of the template, in reading order: elements to leave out.
  init(_ mustache: String, without places: [Range<Int>]) {
    var bytes = Array(mustache.utf8)
    for place in places.reversed() {
      let isWholeLine = place.upperBound < bytes.count && bytes[place.upperBound] == 0x0A
      bytes.removeSubrange(place.lowerBound..<(place.upperBound + (isWholeLine ? 1 : 0)))
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if let opening = text.prefixMatch(of: Self.wholeOpening)?.output,
      opening.utf8.count <= Self.longestOpening
    {
      self.opening = String(opening)
      rest = String(text[opening.endIndex...].drop { $0 == "\n" || $0 == "\r\n" }).withLineBreakBefore
    } else {
      self.opening = "<!DOCTYPE html>"
      let start = text.prefixMatch(of: Self.doctype)?.output.endIndex ?? text.startIndex
      rest = String(text[start...]).withLineBreakBefore
    }
  }

  /// A browser looks for the encoding in the first 1,024 bytes, after the policy.
  private static let longestOpening = 512

  // Without an attribute that could run a script, or a place that is not inside of a value.
  private static var wholeOpening: Regex<Substring> {
    #/\s*<!doctype html>\s*<html(?:\s+(?:lang|dir|class|id|xmlns|xml:lang)="[a-z0-9 _\-:\/.{}]*")*\s*>\s*<head>/#
      .ignoresCase()
  }

  private static var doctype: Regex<Substring> { #/\s*<!doctype html>/#.ignoresCase() }
}

extension String {
  fileprivate var withLineBreakBefore: String { "\n" + self }
}
