import Glibc

/// Standard output, which can fail as any file can.
public enum StandardOutput {
  /// Writes all bytes.
  public static func write(_ bytes: [UInt8]) throws(ExportFailure) {
    do { try WholeWrite.all(bytes, to: STDOUT_FILENO) } catch {
      if error.code == EPIPE { Interruption.endWithBrokenPipe() }
      throw .printFailed(reason: error.reason)
    }
  }
}
