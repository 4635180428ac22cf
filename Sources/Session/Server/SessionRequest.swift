import Tabular

/// A request as the pages of the session make them, free of the web server's types.
package struct SessionRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
  }

  /// Nil for one that no page makes.
  package var method: Method?
  /// The parts of the path, decoded, none of them empty.
  package var path: [String]
  /// The last one where a name comes twice.
  package var query: [String: String]
  /// By name in lower case; values of one name joined by commas.
  package var headers: [String: String]
  package var body: [UInt8]

  package init(
    method: Method?, path: [String], query: [String: String] = [:], headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// What a page sent; nil for a body that is no JSON object.
  var json: JSONNode? {
    guard let root = try? JSONDocument(body).root, root.members != nil else { return nil }
    return root
  }

  /// The value of a cookie; the first one where several have the name, which browsers send with the longest path first.
  func cookie(_ name: String) -> String? {
    for pair in (headers["cookie"] ?? "").split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
    }
    return nil
  }
}

extension SessionRequest {
  /// The parts of a path and its query as they stand in the first line of a request; nil for what is not UTF-8, or holds
  /// a zero byte once decoded.
  static func parts(of target: String) -> (path: [String], query: [String: String])? {
    let pieces = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path: [String] = []
    for piece in pieces[0].split(separator: "/") {
      guard let part = PercentCoding.decoded(piece) else { return nil }
      path.append(part)
    }
    var query: [String: String] = [:]
    for pair in pieces.count == 2 ? pieces[1].split(separator: "&") : [] {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decoded(sides[0]),
        let value = sides.count == 2 ? PercentCoding.decoded(sides[1], isQuery: true) : ""
      else { return nil }
      query[name] = value
    }
    return (path, query)
  }
}

/// Percent coding, as RFC 3986 has it. Foundation's would bring 34 MB of ICU data into the binary.
enum PercentCoding {
  /// - Parameter isQuery: whether a plus sign is a space, as forms send it.
  static func decoded(_ text: some StringProtocol, isQuery: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
          return nil
        }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where isQuery: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A text as one part of a path or as a value of a query.
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%"
        if byte < 16 { encoded += "0" }
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
