import Advising
import Testing

struct RedactionTests {
  private static func profile(_ id: String, name: String?, advisor: String? = nil) -> ClientProfile {
    var profile = ClientProfile(id: id)
    profile.name = name
    profile.advisor = advisor
    profile.notes = "Likes the mornings."
    profile.stateCode = "CA"
    return profile
  }

  @Test func `names and notes go, all else stays`() throws {
    let redacted = try Self.profile("c-17", name: "Ada Example", advisor: "Ben Guide").redacted()
    #expect(redacted.name == nil)
    #expect(redacted.advisor == nil)
    #expect(redacted.notes == nil)
    #expect(redacted.id == "c-17")
    #expect(redacted.stateCode == "CA")
  }

  @Test(arguments: [
    ("ada-17", "Ada Example", nil, ProfileField.name), ("x.EXAMPLE", "Ada Example", nil, .name),
    ("c17-benguide", "Ada Example", "Ben Guide", .advisor),
  ])
  func `an id that holds a part of a name is refused`(
    _ id: String, _ name: String, _ advisor: String?, _ field: ProfileField
  ) {
    let error = #expect(throws: RedactionProblem.self) {
      try Self.profile(id, name: name, advisor: advisor).redacted()
    }
    #expect(error?.field == field)
    #expect(error?.description.contains(name) == false)
  }

  @Test(arguments: [("ae-17", "Ada E"), ("c17", nil), ("client", "Li Wu")])
  func `initials and ids that tell nothing are fine`(_ id: String, _ name: String?) throws {
    #expect(try Self.profile(id, name: name).redacted().id == id)
  }
}
