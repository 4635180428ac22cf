import CFolder
import Dispatch
import Glibc
import Synchronization

/// Threads of their own for tasks that block.
///
/// Swift's own pool has as many threads as there are cores. With `--jobs 16` on 4 cores and a slow disk, 16 clients wait
/// for the disk at the same time, and the reader of a roster may wait an hour for a pipe: on the pool, all other stages
/// would wait behind them.
package final class WorkerThreads: TaskExecutor {

  private let jobs = Mutex<[UnownedJob]>([])
  /// A signal for each job, and for each thread at the end.
  private let ready = DispatchSemaphore(value: 0)
  private let threads = Mutex<[pthread_t]>([])

  /// How many there are: fewer than wanted when the system gives no more.
  package var count: Int { threads.withLock(\.count) }

  /// Has the process leave memory that one task no longer needs to the next, at most 32 MB of each thread's, in place of
  /// giving it back to the system and asking for it again.
  package static func keepFreedMemory() { pathbook_keep_freed_memory(32 << 20, 8 << 20, 1 << 20) }

  /// Starts threads, which live until ``stop()``.
  package init(_ count: Int) {
    threads.withLock { threads in
      while threads.count < count, let thread = started() { threads.append(thread) }
    }
  }

  /// The processors that programs may use, 1 at least.
  package static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Ends the threads; no task may need them any more.
  package func stop() {
    close(count)
    join()
  }

  private func close(_ count: Int) {
    for _ in 0..<count { ready.signal() }
  }

  private func join() {
    for thread in threads.withLock({ $0 }) { pthread_join(thread, nil) }
  }

  /// Runs asynchronous work and waits for its end.
  ///
  /// - Parameters:
  ///   - count: of threads, 1 or more; the calling one is the first.
  ///   - work: gets the threads beside the calling one, the executor of the work and its child tasks.
  package static func run<Output: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (WorkerThreads) async -> Output
  ) -> Output {
    let workers = WorkerThreads(count - 1)
    let result = Mutex<Output?>(nil)
    Task(executorPreference: workers) {
      let output = await work(workers)
      result.withLock { $0 = output }
      workers.close(workers.count + 1)
    }
    workers.drain()
    workers.join()
    guard let output = result.withLock({ $0 }) else {
      preconditionFailure("the threads end when the work has ended")
    }
    return output
  }

  /// Nil when the system gives no thread.
  private func started() -> pthread_t? {
    var thread = pthread_t()
    let workers = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<WorkerThreads>.fromOpaque(pointer).takeRetainedValue().drain() }
        return nil
      }, workers.toOpaque())
    // pthread_create(3): "on error, it returns an error number".
    guard code == 0 else {
      workers.release()
      return nil
    }
    return thread
  }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    ready.signal()
  }

  private func drain() {
    while true {
      ready.wait()
      let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      guard let job else { return }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}

/// Works that each wait for the disk.
package enum InParallel {
  /// The results of the works, in their order. The calling thread takes the first at once; others may start later.
  package static func all<Output: Sendable>(_ works: [@Sendable () -> Output]) -> [Output] {
    let results = Mutex<[Int: Output]>([:])
    DispatchQueue.concurrentPerform(iterations: works.count) { index in
      let output = works[index]()
      results.withLock { $0[index] = output }
    }
    return results.withLock { done in works.indices.compactMap { done[$0] } }
  }
}

/// How many files the process may have open at the same time.
package enum OpenFiles {
  /// Generous: a client has up to 5 open, the workbook and its parts; the journal and folders are opened occasionally.
  private static let ofAClient = 6
  private static let toSpare = 6

  /// How many clients can be worked on at a time, 1 at least. To be asked when a run has opened everything else: it
  /// counts what is open, inherited descriptors too.
  ///
  /// - Parameter wanted: as many as the limit on open files lets through are given.
  package static func clientsInHand(wanted: Int) -> Int {
    guard let limit = raisedLimit, let open = try? FolderTree.names("/proc/self/fd").count else {
      return wanted
    }
    return min(wanted, max(1, (limit - open - toSpare) / ofAClient))
  }

  /// The limit, raised as far as the system lets everybody raise it; nil for none.
  private static var raisedLimit: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
    if limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = limit.rlim_max
      _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    return Int(exactly: limit.rlim_cur)
  }
}
