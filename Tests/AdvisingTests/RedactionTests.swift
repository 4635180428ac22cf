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
    ("jose-garcia", "José García", nil, .name), ("JOSE", "jose\u{301} X", nil, .name),
    ("17.g-a-r.cia", "José García", nil, .name), ("garciajose", "José García", nil, .name),
    ("mueller", "Müller", nil, .name), ("muller", "MU\u{308}LLER", nil, .name),
    ("soeren", "Søren", nil, .name), ("soren", "Søren", nil, .name), ("aase", "Åse", nil, .name),
    ("weiss", "Weiß", nil, .name), ("weiss", "WEIẞ", nil, .name), ("aethel", "Æthel", nil, .name),
    ("lukasz", "Łukasz", nil, .name), ("dordevic", "Đorđević", nil, .name), ("thor", "Þór", nil, .name),
    ("isik", "Işık", nil, .name), ("ilker", "İlker", nil, .name), ("kelly", "\u{212A}elly", nil, .name),
    ("smith", "Ｓｍｉｔｈ", nil, .name), ("client123", "x １２３", nil, .name),
    ("office", "O\u{FB03}ce", nil, .name), ("stein", "\u{FB06}ein", nil, .name),
    ("jane", "𝐉𝓪𝕟𝖊", nil, .name), ("ada", "Ⓐⓓⓐ", nil, .name), ("jane", "Ja\u{AD}ne\u{200B}", nil, .name),
    ("obrien", "O’Brien", nil, .name), ("brien", "O’Brien", nil, .name), ("ngo", "N'Go", nil, .name),
    ("li-wu-3", "Li Wu", nil, .name), ("wuli3", "Li Wu", nil, .name), ("nguyen", "Nguyễn", nil, .name),
    ("x-jose", "Ada Example", "José", .advisor),
  ])
  func `an id that holds a part of a name is refused`(
    _ id: String, _ name: String, _ advisor: String?, _ field: ProfileField
  ) {
    let error = #expect(throws: RedactionProblem.self) {
      try Self.profile(id, name: name, advisor: advisor).redacted()
    }
    #expect(error?.field == field)
    for name in [name, advisor ?? name] { #expect(error?.description.contains(name) == false) }
  }

  @Test(arguments: [
    ("ae-17", "Ada E"), ("c17", nil), ("client", "Li Wu"), ("li-17", "Li Wu"),
    ("c-17", "Иван Петров"), ("c-17", "王小明"), ("ab-c", "A B C"), ("c-17", "’ ́ -"),
  ])
  func `initials and ids that tell nothing are fine`(_ id: String, _ name: String?) throws {
    #expect(try Self.profile(id, name: name).redacted().id == id)
  }
}
