import SafeFiles
import Tabular

/// An answer to a page, free of the web server's types.
package struct SessionResponse: Sendable {
  package var status: Int
  package var contentType: String
  package var body: [UInt8]
  /// Sent after the body: a file that may be larger than memory is to hold.
  package var file: OpenedFile?
  /// Besides those that every answer has; see ``allHeaders``.
  package var headers: [(name: String, value: String)] = []
  /// What the browser may load and run for this answer.
  package var policy = Self.ownPolicy

  package init(status: Int = 200, contentType: String, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// Pages of the session: its style sheet, its script and pictures, nothing inline, nothing from elsewhere.
  static let ownPolicy =
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    + "frame-ancestors 'self'"

  static func html(_ page: String, status: Int = 200) -> SessionResponse {
    SessionResponse(status: status, contentType: "text/html; charset=utf-8", body: Array(page.utf8))
  }

  static func json(_ value: JSONText, status: Int = 200) -> SessionResponse {
    SessionResponse(
      status: status, contentType: "application/json; charset=utf-8", body: Array(value.compact.utf8))
  }

  /// A refusal in one sentence, which holds nothing of the request.
  static func refusal(_ status: Int, _ sentence: String) -> SessionResponse {
    SessionResponse(
      status: status, contentType: "text/plain; charset=utf-8", body: Array((sentence + "\n").utf8))
  }

  static func redirect(to address: String) -> SessionResponse {
    var response = refusal(303, "See \(address).")
    response.headers.append(("location", address))
    return response
  }

  /// A file to be saved rather than shown.
  ///
  /// - Parameter name: of ASCII letters, digits, points, lines and hyphens.
  static func download(_ bytes: [UInt8], contentType: String, name: String) -> SessionResponse {
    var response = SessionResponse(contentType: contentType, body: bytes)
    response.headers.append(("content-disposition", "attachment; filename=\"\(name)\""))
    return response
  }

  /// The same of a file of any length.
  static func download(_ file: OpenedFile, contentType: String, name: String) -> SessionResponse {
    var response = download([], contentType: contentType, name: name)
    response.file = file
    return response
  }

  /// With those of every answer: nothing is kept by the browser, guessed, sent on or shown in a page of somebody else.
  var allHeaders: [(name: String, value: String)] {
    [
      ("content-type", contentType), ("cache-control", "no-store"), ("x-content-type-options", "nosniff"),
      ("referrer-policy", "no-referrer"), ("cross-origin-resource-policy", "same-origin"),
      ("cross-origin-opener-policy", "same-origin"), ("content-security-policy", policy),
    ] + headers
  }
}

/// A file that is open, so that it can be sent even if it loses its name meanwhile.
package struct OpenedFile: Sendable {
  private let file: AppendFile
  /// In bytes.
  package let size: Int

  package init(_ path: String) throws(ExportFailure) {
    do throws(SystemError) {
      file = try AppendFile(reading: path)
      size = try file.size()
    } catch { throw .missingInput(path: path, reason: error.reason) }
  }

  /// The bytes from a place on, 1 MiB at most; none at the end.
  package func bytes(at offset: Int) throws(ExportFailure) -> [UInt8] {
    try file.read(min(1 << 20, max(0, size - offset)), at: offset)
  }
}
