import ArgumentParser
import Caseload
import Dispatch
import Export
import Glibc
import SafeFiles

enum ProgressForm: String, ExpressibleByArgument, CaseIterable { case auto, json }

/// Shows the progress of a batch on standard error at intervals, until it is stopped.
final class ProgressDisplay {
  private let progress: BatchProgress
  private let line: ProgressLine
  /// Nil when nothing is to be shown.
  private var timer: (any DispatchSourceTimer)?
  private let queue = DispatchQueue(label: "progress")

  init(_ progress: BatchProgress, form: ProgressForm, isQuiet: Bool) {
    self.progress = progress
    line = ProgressLine(progress, form)
    guard !isQuiet else { return }
    timer = DispatchSource.makeTimerSource(queue: queue)
  }

  func start() {
    timer?.schedule(deadline: .now() + line.interval, repeating: line.interval)
    timer?.setEventHandler { [line] in line.show() }
    timer?.resume()
  }

  /// Shows the final state. May be called more than once.
  func stop() {
    if let timer {
      timer.cancel()
      // After a line that is being written: the last one shows the end.
      queue.sync { line.end() }
    }
    timer = nil
    for note in progress.takeNotes() { Terminal.note(note) }
  }
}

/// A bar on a terminal, a line elsewhere, or JSON.
private struct ProgressLine: Sendable {
  private enum Style { case bar, lines, json }

  private let progress: BatchProgress
  private let style: Style
  private let begin = DispatchTime.now().uptimeNanoseconds

  init(_ progress: BatchProgress, _ form: ProgressForm) {
    self.progress = progress
    style = form == .json ? .json : isatty(STDERR_FILENO) == 1 ? .bar : .lines
  }

  /// Seconds between two lines.
  var interval: Double {
    switch style {
    case .bar: 0.2
    case .lines: 5
    case .json: 1
    }
  }

  func end() {
    show()
    if style == .bar { write("\n") }
  }

  func show() {
    let (count, total) = (progress.count, progress.total)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
    let rate = Double(count.rows) / max(seconds, 0.001)
    let left = total.flatMap { rate > 0 ? Double(max(0, $0 - count.rows)) / rate : nil }
    switch style {
    case .json:
      let rest = [
        total.map { "\"total\":\($0)" }, left.map { "\"seconds_left\":\(Int($0.rounded()))" },
      ].compactMap(\.self).map { ",\($0)" }.joined()
      write(
        "{\"done\":\(count.done),\"kept\":\(count.kept),\"rejected\":\(count.rejected),"
          + "\"clients_per_second\":\(Int(rate.rounded()))\(rest)}\n")
    case .lines: write(words(count, total, rate, left) + "\n")
    case .bar:
      let share = total.map { Double(count.rows) / Double(max(1, $0)) }
      let bar = share.map { share in
        let filled = max(0, min(16, Int(share * 16)))
        return "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 16 - filled))] "
      }
      write("\r\u{1B}[K\(((bar ?? "") + words(count, total, rate, left)).prefix(Self.columns - 1))")
    }
  }

  private func words(_ count: BatchCount, _ total: Int?, _ rate: Double, _ left: Double?) -> String {
    let of = total.map { " of \($0)" } ?? ""
    let time = left.map { ", \(Self.duration($0)) left" } ?? ""
    return "\(count.rows)\(of) clients, \(Int(rate.rounded())) a second\(time), \(count.rejected) rejected"
  }

  /// Of the terminal. A longer line would wrap and could not be overwritten.
  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return whole >= 3600
      ? "\(whole / 3600) h \(whole % 3600 / 60) min"
      : whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
  }

  private func write(_ text: String) {
    try? WholeWrite.all(Array(text.utf8), to: STDERR_FILENO)
  }
}
