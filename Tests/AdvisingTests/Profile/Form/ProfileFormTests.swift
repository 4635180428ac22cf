import CareerData
import TestValues
import Testing

@testable import Advising

/// What the form asks, and in what order.
struct ProfileFormTests {
  private let small = ProfileForm(dataset: SmallDataset.dataset())

  @Test func `every field is in a part of the form, but those that no form shows`() {
    let hidden = ProfileField.allCases.filter { $0.declaration.form == nil }
    #expect(hidden == [.reportDate, .previous])
  }

  @Test func `the parts follow a conversation, and so do the fields in them`() throws {
    let form = ProfileForm(dataset: FormDataset.withAreas)
    let order = form.groups.map { group in (group.group, group.fields.map(\.field)) }
    let expected: [(FormGroup, [ProfileField])] = [
      (.who, [.id, .name, .advisor]),
      (
        .now,
        [
          .occupation, .state, .area, .payAmount, .payBasis, .hoursPerWeek, .inField, .rung,
          .yearsOfExperience, .credentials, .setting, .specialization, .education,
        ]
      ),
      (.aim, [.targetSetting, .targetSpecialization, .openToRemote, .compare, .comparePlaces]),
      (.means, [.certificationBudget, .horizonYears]), (.steps, [.agreedSteps]), (.notes, [.notes]),
    ]
    #expect(order.count == expected.count)
    for (found, wanted) in zip(order, expected) { #expect(found == wanted) }
  }

  @Test func `inputs, units and options come from the declarations and the dataset`() throws {
    let fields = Dictionary(uniqueKeysWithValues: small.fields.map { ($0.field, $0) })
    func input(_ field: ProfileField) -> FormInput? { fields[field]?.input }
    #expect(fields.values.filter(\.isRequired).map(\.field) == [.id])
    #expect(input(.name) == .line(longest: 1000) && input(.notes) == .longText(longest: 30_000))
    #expect(input(.payAmount) == .number(5...1_000_000, isWhole: false))
    #expect(fields[.payAmount]?.unit == .dollars && fields[.hoursPerWeek]?.unit == .hoursPerWeek)
    #expect(input(.horizonYears) == .number(1...50, isWhole: true) && fields[.horizonYears]?.unit == .years)
    #expect(input(.inField) == .yesNo && input(.payBasis) == .word(["annual", "hourly"]))
    #expect(input(.occupation) == .search(.occupation))
    #expect(input(.comparePlaces) == .searches(.place, most: PlaceComparison.mostPlaces))
    #expect(
      input(.rung)
        == .choice(["one", "two", "three"].map { FormOption(id: $0, title: "Rung \($0)") }))
    #expect(
      input(.credentials)
        == .several(["J", "K", "L", "M"].map { FormOption(id: $0, title: "Title of \($0)") }))
    #expect(
      input(.agreedSteps)
        == .objects(
          [
            FormMember(key: "text", input: .line(longest: 500), isRequired: true),
            FormMember(key: "due", input: .date, isRequired: false),
            FormMember(key: "done", input: .date, isRequired: false),
          ], most: 50))
  }

  @Test func `a field that the dataset has no table for is not asked`() throws {
    #expect(!small.fields.contains { $0.field == .area })
    let dataset = CareerDataset(
      identity: .init(name: "bare", title: "Bare", version: "1"), tables: [],
      records: SmallDataset.dataset().records)
    let fields = ProfileForm(dataset: dataset).fields.map(\.field)
    for field in [ProfileField.rung, .credentials, .setting, .targetSetting, .specialization] {
      #expect(!fields.contains(field), "\(field)")
    }
    #expect(fields.contains(.payAmount) && fields.contains(.notes))
  }

  @Test func `another occupation without a dataset asks for no rungs and credentials`() throws {
    let files = DatasetFiles(files: try SampleFiles.catalogue())
    let profiles = ProfileReader(dataset: SmallDataset.dataset(), catalogue: Catalogue(files))
    let fields = ProfileForm(profiles, occupation: "Pharmacists").fields.map(\.field)
    #expect(!fields.contains(.rung) && !fields.contains(.credentials) && fields.contains(.state))
    #expect(ProfileForm(profiles).fields.map(\.field).contains(.rung))
  }
}

/// The small dataset with places to search.
enum FormDataset {
  static let withAreas = SmallDataset.dataset {
    $0.areas += [
      ("31080", "Los Angeles-Long Beach-Anaheim, CA"), ("36740", "Orlando-Kissimmee-Sanford, FL"),
      ("11111", "Fogport, AA"), ("22222", "Fogport, BB"),
    ].map { PlaceTests.area($0.0, $0.1) }
  }
}
