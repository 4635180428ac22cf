import Advising
import Testing

@Suite struct HeldCredentialsTests {
  @Test(arguments: [
    ([], [], CredentialGroup.none), (["K"], ["K"], .one), (["K", "K"], ["K"], .one),
    (["J"], ["J"], .one), (["J", "K"], ["K"], .one), (["J", "L"], ["J", "L"], .two),
    (["K", "L", "M"], ["K", "L", "M"], .threeOrMore), (["J", "K", "L", "M"], ["K", "L", "M"], .threeOrMore),
  ])
  func `a duplicate counts once and an early form counts with what it becomes`(
    ids: [String], counted: [String], group: CredentialGroup
  ) {
    let held = HeldCredentials(ids, in: SmallDataset.dataset())
    #expect(held.counted.map(\.id) == counted)
    #expect(held.group == group)
  }

  @Test func `an early form is marked, and its later form meets what asks for it`() {
    let dataset = SmallDataset.dataset()
    #expect(HeldCredentials(["J"], in: dataset).early.map(\.id) == ["J"])
    #expect(HeldCredentials(["J", "K"], in: dataset).early.isEmpty)
    #expect(HeldCredentials(["K"], in: dataset).meets("J", in: dataset))
    #expect(!HeldCredentials(["J"], in: dataset).meets("K", in: dataset))
  }
}
