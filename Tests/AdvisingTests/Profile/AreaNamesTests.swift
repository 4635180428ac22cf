import Advising
import CareerData
import Testing

/// Areas as a profile names them.
@Suite struct AreaNamesTests {
  private static let names = [
    ("31080", "Los Angeles-Long Beach-Anaheim, CA"), ("35620", "New York-Newark-Jersey City, NY-NJ"),
    ("44100", "Springfield, IL"), ("44140", "Springfield, MA"), ("41740", "San Diego-Chula Vista, CA"),
    ("41860", "San Francisco-Oakland, CA"), ("40900", "Sacramento-Roseville, CA"),
  ]

  private let reader = ProfileReader(
    dataset: SmallDataset.dataset {
      $0.areas += Self.names.map(PlaceTests.area)
      $0.areas.append(
        Area(
          id: "area:100002", kind: .nonmetropolitan, code: "100002", fips: "",
          title: "Northeast Alphaland nonmetropolitan area"))
    })

  private func read(_ area: String, state: String? = nil) throws -> ProfileReader.Reading {
    var fields: [String: FieldValue] = ["id": .text("c"), "area": .text(area)]
    if let state { fields["state"] = .text(state) }
    return try reader.read(fields: fields)
  }

  @Test(arguments: [
    ("31080", "area:31080"), ("area:31080", "area:31080"),
    ("Los Angeles-Long Beach-Anaheim, CA", "area:31080"),
    ("  los angeles - LONG BEACH – anaheim ,ca ", "area:31080"),
    ("new york-newark-jersey city", "area:35620"), ("Springfield, MA", "area:44140"),
    ("100002", "area:100002"),
    ("northeast alphaland", "area:100002"),
  ])
  func `an area is known by its code, its title, and what stands before the comma`(
    text: String, expected: String
  ) throws {
    let reading = try read(text)
    #expect(reading.profile.areaID == expected)
    #expect(reading.notices.isEmpty)
  }

  private func problem(_ area: String) -> String? {
    do {
      _ = try read(area)
      return nil
    } catch let error as ProfileProblems {
      return error.problems.map(\.description).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test func `a name of several areas is an error that gives their codes`() {
    #expect(
      problem("springfield")
        == #"area: "springfield" names 2 areas; give the code of one: 44100 (Springfield, IL); 44140 (Springfield, MA)"#
    )
  }

  @Test(arguments: [
    ("Los Angeles", "31080"), ("Los Angelos", "31080"), ("San Diego-Chula Vist, CA", "41740"),
    ("31081", "31080"),
  ])
  func `an unknown name asks whether the nearest was meant, and names five`(text: String, code: String) throws
  {
    let problem = try #require(self.problem(text))
    #expect(problem.hasPrefix("area: unknown area \"\(text)\"; did you mean \(code) ("), "\(problem)")
    #expect(problem.hasSuffix("; areas.csv of the dataset lists all 8"))
    #expect(problem.split(separator: "such as ").last?.matches(of: /[0-9]{5,6} \(/).count == 5)
  }

  @Test func `a name that is near none asks nothing and still names five`() throws {
    let problem = try #require(self.problem("Timbuktu in the sand"))
    #expect(!problem.contains("did you mean"))
    #expect(problem.contains("allowed: the code or the title of an area, such as "))
  }

  @Test(arguments: [("AA", 1), ("CA", 0)])
  func `an area outside the state of the profile is noted`(state: String, count: Int) throws {
    let reader = ProfileReader(
      dataset: SmallDataset.dataset {
        $0.areas += Self.names.map(PlaceTests.area)
        $0.areas.append(Area(id: "state:CA", kind: .state, code: "CA", fips: "06", title: "California"))
      })
    let reading = try reader.read(
      fields: ["id": .text("c"), "area": .text("31080"), "state": .text(state)])
    #expect(reading.notices.count == count)
    #expect(
      reading.notices.allSatisfy {
        $0.description
          == "area: 31080 (Los Angeles-Long Beach-Anaheim, CA) is not in AA, the state of the profile; check both"
      })
  }
}
