import Advising
import CareerData
import ReportModel

/// Where a reader can look further, beside the step that asks for it. The address is printed and never fetched.
extension SectionContext {
  /// `CareerOneStop job finder (U.S. Department of Labor): https://…`
  func words(_ link: FilledLink) -> Prose {
    wording.prose(LinkPhrase.link, ["title": Prose(link.title), "address": Prose(.link(link.url))])
  }

  /// One link of each kind that the dataset has, for a list.
  var linkList: [Prose] {
    SearchLink.Kind.allCases.flatMap { kind in
      let links = advice.links(kind)
      // Of bodies and chapters each is another; of searches the first asks for the most that is known.
      return (kind == .certifyingBody || kind == .localChapter ? links : Array(links.prefix(1))).map(words)
    }
  }
}

enum LinkPhrase: String, PhraseKey {
  static let group = "link"
  case title, link
}
