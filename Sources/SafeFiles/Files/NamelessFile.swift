import Glibc

/// A temporary file without a name, which is gone when it is closed or the process ends.
package struct NamelessFile: ~Copyable {
  private let stream: UnsafeMutablePointer<FILE>
  package let descriptor: Int32

  package init() throws(SystemError) {
    // tmpfile(3): "opens a unique temporary file in binary read/write (w+b) mode. The file will be automatically
    // deleted when it is closed or the program terminates … NULL if a unique filename cannot be generated or the
    // unique file cannot be opened".
    guard let opened = tmpfile() else { throw .last }
    stream = opened
    descriptor = fileno(opened)
  }

  deinit { fclose(stream) }

  /// Adds bytes at the end.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    try WholeWrite.all(bytes, to: descriptor)
  }
}
