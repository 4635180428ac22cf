/// The version of Pathbook.
public enum ProgramVersion {
  public static let current = "0.1.0"
}
