// The fuzzer of every target: `Fuzz TARGET [OPTIONS OF LIBFUZZER] [FOLDER OR FILE...]`; `Fuzz --list` lists the targets.
// Built and run by `make fuzz`, with -sanitize=fuzzer.

import FuzzTargets
import Glibc

/// libFuzzer's own main: "extern "C" int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*UserCb)(const uint8_t *Data,
/// size_t Size))". It calls back until the time is over or something is found.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// What libFuzzer calls, under the name that its library asks the linker for.
@_cdecl("LLVMFuzzerTestOneInput")
func runChosen(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  let start = clock()
  do { try Chosen.target?.run(Array(UnsafeBufferPointer(start: bytes, count: length))) } catch {
    end("\(error)")
  }
  // Of the processor, so that a busy machine breaks no promise. POSIX: a second has a million clocks.
  let seconds = (clock() - start) / 1_000_000
  if seconds >= Chosen.mostSeconds { end("an input takes \(seconds) seconds of the processor") }
  return 0
}

/// libFuzzer keeps the input of a process that aborts.
func end(_ reason: String) -> Never {
  print("broken: \(reason)")
  fflush(nil)
  abort()
}

enum Chosen {
  static let mostSeconds = 10
  static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.named)
}

if CommandLine.arguments.dropFirst().first == "--list" {
  for target in FuzzTarget.all { print(target.name, target.longestInput) }
  exit(EXIT_SUCCESS)
}
guard Chosen.target != nil else {
  print("usage: Fuzz TARGET [OPTIONS] [FOLDER OR FILE...]; targets: \(FuzzTarget.all.map(\.name))")
  exit(64)
}
// Where a failed check of the language traps, libFuzzer listens for an abort.
signal(SIGTRAP) { _ in abort() }

// The target's name is no argument of libFuzzer's.
let kept = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
var count = Int32(kept.count)
let strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: kept.count + 1)
for (index, argument) in kept.enumerated() { strings[index] = strdup(argument) }
strings[kept.count] = nil
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = strings
exit(runFuzzer(&count, &arguments, runChosen))
