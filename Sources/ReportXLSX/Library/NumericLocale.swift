import CXlsxWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the body with the numbers of the C locale on this thread.
///
/// Debian's libxlsxwriter prints numbers with `printf("%.16G")`. In a program that has called `setlocale` this
/// may write `0,5`, which no reader takes as a number.
func withPlainNumbers<Result>(_ body: () throws -> Result) rethrows -> Result {
  // newlocale(3): returns 0 on error; the locale object is freed with freelocale.
  guard let plain = newlocale(Int32(1) << Int32(LC_NUMERIC), "C", nil) else { return try body() }
  // uselocale(3): sets the locale of the calling thread and returns the one before.
  let previous = uselocale(plain)
  defer {
    uselocale(previous)
    freelocale(plain)
  }
  return try body()
}
