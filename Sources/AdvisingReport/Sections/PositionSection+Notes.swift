import Advising
import ReportModel

extension PositionSection {
  /// What limits the comparison, and what to ask the client for a better one.
  func notes(_ positions: [Position]) -> [Prose] {
    var notes: [Prose] = everyPosition.filter(\.isEmpty).map {
      wording.prose(PositionPhrase.nonePublished, ["area": Prose($0.area.title)])
    }
    if let area = advice.area?.area, let state = advice.place.state, advice.place.isAreaOutsideState {
      notes.append(
        wording.prose(
          PositionPhrase.areaOutsideState, ["area": Prose(area.title), "state": Prose(state.title)]))
    }
    notes += positions.compactMap { position in
      payLevel(position).map { index in
        wording.prose(
          PositionPhrase.payLevel, ["area": Prose(position.area.title), "index": Prose(index)])
      }
    }
    if let open = positions.compactMap(\.distribution).flatMap(\.openPoints).first {
      let floor = Value.bounded(.orMore, context.wage(open.pay, open.figure))
      notes.append(wording.prose(PositionPhrase.openPoints, ["floor": Prose(floor)]))
    }
    if let staleness = advice.staleness, staleness.isStale {
      notes.append(
        wording.prose(
          PositionPhrase.stale,
          ["period": Prose(staleness.source.period), "publisher": Prose(staleness.source.publisher)]))
    }
    if advice.status == .outsideField { notes.append(wording.prose(PositionPhrase.otherField)) }
    if advice.status == .unknown { notes.append(context.ask(.isInField)) }
    if advice.pay == nil { notes.append(context.ask(.pay)) }
    if advice.state == nil, advice.questions.contains(.state) {
      notes.append(context.ask(.state))
    }
    if let population = positions.first?.benchmark.flatMap({ context.dataset.population($0.populationID) }),
      !population.caveat.isEmpty
    {
      notes.append(Prose(population.caveat))
    }
    return notes + [context.basisNote]
  }
}
