/// What the writer makes of `Report.everything`.
extension TextReportWriterTests {
  static let drawn = #"""
    Career advising report
    ======================

    Summary
    -------
    Present pay:                    $46,000
                                    Full time, 40 hours a week.
    National percentile:            38th
    Gain from a second credential:  at least $2,851
    State pay level:                1.188
    Payback:                        —
    Source:                         [1]

    The median pay in the nation is $50,250 [1]. Full-time pay is below it — by
    -$4,250 or -8.5%.
    The client says “{{x}}” & <more>.

    Key findings
    - A remote position in HCC risk adjustment is advertised with a mean pay that is
      far above the present pay.
    - Two credentials go with a higher mean.

    To ask the client
    ! Wages have probably risen since May 2024, the period of the figures of the
      first source.

    Agreed next steps
    1. Register for the CPC examination, and ask the employer to pay its fee before
       the budget is spent.

    What other settings pay
    -----------------------
    Pay by setting, against the present pay of the client

                                                                                  In
    Setting                                          Annual pay  Difference  percent
    ---------------------------------------  ------------------  ----------  -------
    Means of a survey of members (wages)
    Physician office                                    $51,000     +$5,000   +10.9%
        Mark: present setting; Source: [2]
    Hospital outpatient department or                   $62,120    +$16,120   +35.0%
    ambulatory surgery center
        Source: [2]
        Note: The survey counts inpatient and outpatient departments of one
          hospital as one setting.

    Advertised pay
    Remote                                   $55,000 to $70,000           —        —
        Mark: target; Source: [1]

    Means and medians are not ranked together.
    [1] BLS, OEWS, May 2024.

    Hospitals pay most
    Setting                       Mean pay in US dollars a year
    Your pay                      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░             $46,000
    Means of a survey of members
    Hospital outpatient           █████████████████████████████████████████  $62,120
    department or ambulatory
    surgery center
    Physician office              ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓         $51,000
    Nothing                                                                       $0

    Source: [2]

    The ladder
    Rung   US dollars a year
    Entry                        ██████                           $40,000 to $50,000
    Lead                                          ██████████████  $70,000 to $95,000

    Made from published figures. Not a promise of pay.

    """#

  static let spoken = #"""
    Career advising report

    Summary

    Present pay: $46,000. Full time, 40 hours a week.
    National percentile: 38th.
    Gain from a second credential: at least $2,851.
    State pay level: 1.188.
    Payback: -.
    Source: [1].

    The median pay in the nation is $50,250 [1]. Full-time pay is below it - by
    -$4,250 or -8.5%.
    The client says "{{x}}" & <more>.

    Key findings
    - A remote position in HCC risk adjustment is advertised with a mean pay that is
      far above the present pay.
    - Two credentials go with a higher mean.

    To ask the client
    - Wages have probably risen since May 2024, the period of the figures of the
      first source.

    Agreed next steps
    Step 1: Register for the CPC examination, and ask the employer to pay its fee
    before the budget is spent.

    What other settings pay

    Pay by setting, against the present pay of the client

    Means of a survey of members (wages).

    Physician office. Annual pay: $51,000. Difference: +$5,000. In percent: +10.9%.
    Mark: present setting. Source: [2].

    Hospital outpatient department or ambulatory surgery center. Annual pay:
    $62,120. Difference: +$16,120. In percent: +35.0%. Source: [2]. Note: The survey
    counts inpatient and outpatient departments of one hospital as one setting.

    Advertised pay.

    Remote. Annual pay: $55,000 to $70,000. Mark: target. Source: [1].

    Means and medians are not ranked together.

    [1] BLS, OEWS, May 2024.

    Hospitals pay most
    A hospital pays 62,120 dollars.
    Mean pay in US dollars a year.
    Your pay: $46,000.
    Means of a survey of members.
    Hospital outpatient department or ambulatory surgery center: $62,120.
    Physician office: $51,000.
    Nothing: $0.
    Source: [2]

    The ladder
    Each rung pays more.
    US dollars a year.
    Entry: $40,000 to $50,000.
    Lead: $70,000 to $95,000.

    Made from published figures. Not a promise of pay.

    """#
}
