import CareerData

extension PayComparer {
  /// Every setting of the dataset, in the order of the dataset.
  ///
  /// Pay of a setting is that of the industries whose NAICS codes the dataset names for it, each by itself and never
  /// averaged: the first that has a figure leads. What another source publishes for the setting comes after them, but
  /// before an industry that is only a part of another code of the setting.
  /// Where none of the codes has a figure, the most detailed industry that contains a code stands in as the
  /// nearest, and only if the setting has no figure of its own.
  func settings(_ dataset: CareerDataset, profile: ClientProfile) -> [ItemComparison] {
    dataset.records.settings.map { setting in
      let links = dataset.records.settingIndustries.filter { $0.settingID == setting.id }
        .sorted { $0.order < $1.order }
      let published = industryPay(links, dataset)
      let ofSetting = dataset.pay(of: Subject(.setting, setting.id))
      let areParts =
        pay(ofSetting) != nil
        && published.allSatisfy { own in
          links.contains { $0.naics != own.industry.naics && own.industry.naics.hasPrefix($0.naics) }
        }
      let industries = areParts ? [] : published
      let own =
        (areParts ? [] : links.flatMap { dataset.pay(of: Subject(.industry, $0.naics)) }) + ofSetting
      let ownPay = industries.first?.pay ?? pay(own)
      let leadingSources = [ownPay?.figure.sourceID] + industries.map(\.pay.figure.sourceID)
      let ownRanges = ranges(own)
      let hasOwn = ownPay != nil || !ownRanges.isEmpty
      return ItemComparison(
        id: setting.id, title: setting.title,
        mark: ItemMark(setting.id, present: profile.settingID, target: profile.targetSettingID),
        pay: ownPay, otherPay: payBySource(own).filter { !leadingSources.contains($0.figure.sourceID) },
        industries: industries, parts: areParts ? published : [], top: top(own), ranges: ownRanges,
        nearest: hasOwn ? [] : nearestIndustries(links, dataset))
    }
  }

  /// The sectors (or what is least detailed) as they are, for a dataset that names no settings.
  func industries(_ dataset: CareerDataset) -> [ItemComparison] {
    let industries = dataset.records.industries
    guard let level = industries.min(by: { $0.codeLength < $1.codeLength })?.level else { return [] }
    return industries.filter { $0.level == level }.compactMap { industry in
      let figures = dataset.pay(of: Subject(.industry, industry.naics))
      guard let own = pay(figures) else { return nil }
      return ItemComparison(
        id: "industry:\(industry.naics)", title: industry.title, mark: .none, pay: own,
        otherPay: otherPay(figures), top: top(figures), ranges: ranges(figures))
    }
  }

  /// The codes that have a figure of their own, in their order.
  private func industryPay(_ links: [SettingIndustry], _ dataset: CareerDataset) -> [IndustryPay] {
    links.compactMap { link in
      guard let industry = dataset.records.industries.first(where: { $0.naics == link.naics }),
        let pay = pay(dataset.pay(of: Subject(.industry, link.naics)))
      else { return nil }
      return IndustryPay(industry: industry, pay: pay)
    }
  }

  private func nearestIndustries(_ links: [SettingIndustry], _ dataset: CareerDataset) -> [NearestPay] {
    var seen: Set<String> = []
    return links.compactMap { link in
      let containing = dataset.records.industries.filter { $0.contains(naics: link.naics) }
        .sorted { $0.naics.utf8.count > $1.naics.utf8.count }
      for industry in containing where !seen.contains(industry.naics) {
        let subject = Subject(.industry, industry.naics)
        if let nearest = pay(dataset.pay(of: subject)) {
          seen.insert(industry.naics)
          return NearestPay(subjectTitle: industry.title, subject: subject, pay: nearest, range: nil)
        }
      }
      return nil
    }
  }
}

extension Industry {
  /// The digits of the code: 2 for `62` and for `31-33`.
  fileprivate var codeLength: Int { naics.prefix { $0 != "-" }.utf8.count }

  /// True when the code is this industry or a part of it: `622` in `62`, `3254` in `31-33`.
  public func contains(naics code: String) -> Bool {
    let ends = naics.split(separator: "-")
    guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), let sector = Int(code.prefix(2))
    else { return code.hasPrefix(naics) }
    return (low...max(low, high)).contains(sector)
  }
}
