import Dispatch
import SafeFiles

/// Work that takes seconds: on the threads that answer requests it would keep all other pages waiting.
enum OwnThread {
  static func run<Output: Sendable>(
    _ work: @escaping @Sendable () throws(ExportFailure) -> Output
  ) async throws(ExportFailure) -> Output {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<Output, ExportFailure>, Never>) in
      DispatchQueue(label: "pathbook.session").async {
        do throws(ExportFailure) { continuation.resume(returning: .success(try work())) } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    return try result.get()
  }
}
