/// What `Tests/LongTests/catalogue_cells.py` reads in the files of BLS and O*NET that the catalogue is made from: for each
/// table the number of lines and the hash of their text. A long test makes them anew from the files.
package enum PublishedCells {
  package static let tables = [
    ("occupations", 831, "2d7427ce3bd68c295ee01a70e2e40d66d94991ea74719a4ffbf0ff0446fd3e44"),
    ("state_pay", 694, "c10844298f94182da9c8aa53783076445358983ea80791c0eb472ad6037a9787"),
    ("price_parities", 51, "25af8c88cd94d33d588348bd5c223204d849ff8f2ac13971d6b252aa0131a88f"),
    ("job_titles", 245, "d725e3f20b748bfaf656f50f9b1cae5ec7447171d290cc0ea2ab8cb802a49cd3"),
    ("related_occupations", 784, "c04934cf06afd2f004a6776738bf0e591a68e02b6947ee083732548c1106958e"),
    ("factors", 183, "9bcf70600f555ffc9c7c1ebb5b4bd6ce35211dcbd1febd11cf2fdd10d7ecd2d3"),
  ]

  /// Lines of the table of occupations with odd data, as the script prints them: by the year alone, by the hour alone,
  /// amounts without an upper end, a group, none self-employed, mostly self-employed, tiny, shrinking.
  package static let oddOccupations = [
    "11-1031|Legislators|26510|20380|29120|44810|80350|137820|67390|||||||27700|28600|3.4|2200|800|1300|2100||Bachelor's degree|Less than 5 years|None",
    "11-3013|Facilities Managers|141090|62550|80150|104690|135650|173080|114520|30.07|38.54|50.33|65.22|83.21|55.06|151400|157100|3.8|13200|5800|6800|12600||Bachelor's degree|Less than 5 years|None",
    "27-2011|Actors|38800|||||||14|16.94|23.33|41.09|97.19|44.4|57000|57100|0.3|6300|2600|3700|6300|27.9|Some college, no degree|None|Long-term on-the-job training",
    "29-1214|Emergency Medicine Physicians|33680|114680|181070|239200+|239200+|239200+|320700|55.14|87.06|115+|115+|115+|154.19|36100|37100|2.7|1000|800|200|900|4.6|Doctoral or professional degree|None|Internship/residency",
    "29-1243|Pediatric Surgeons|1050|189720|239200+|239200+|239200+|239200+|450810|91.21|115+|115+|115+|115+|216.74|1100|1100|1.5|0|0|0|0||Doctoral or professional degree|None|Internship/residency",
    "29-2052|Pharmacy Technicians|487920|35100|36920|43460|48580|59450|44800|16.88|17.75|20.9|23.36|28.58|21.54|490400|521800|6.4|49000|18900|27000|45900||High school diploma or equivalent|None|Moderate-term on-the-job training",
    "29-2072|Medical Records Specialists|187910|35780|41600|50250|64070|80950|55970|17.2|20|24.16|30.8|38.92|26.91|194800|208600|7.1|14200|7100|5800|12900|0.8|Postsecondary nondegree award|None|None",
    "31-1120|Home Health and Personal Care Aides|3988140|25600|30370|34900|37980|44190|34990|12.31|14.6|16.78|18.26|21.25|16.82|4347700|5087500|17|765800|403900|288000|691900|2.8|High school diploma or equivalent|None|Short-term on-the-job training",
    "43-9022|Word Processors and Typists|36030|35300|39740|47850|56000|64370|49730|16.97|19.11|23.01|26.93|30.95|23.91|40000|25600|-36.1|2200|2000|1700|3700|7.5|High school diploma or equivalent|None|Short-term on-the-job training",
    "51-7032|Patternmakers, Wood|180|40730|45450|52520|77410|83330|57920|19.58|21.85|25.25|37.22|40.06|27.84|500|400|-5|0|0|0|0|58.1|High school diploma or equivalent|None|Moderate-term on-the-job training",
    "53-3054|Taxi Drivers|17510|27280|31320|36220|40630|61920|39310|13.12|15.06|17.42|19.53|29.77|18.9|204000|226600|11.1|22600|10400|9900|20300|91.5|No formal educational credential|None|Short-term on-the-job training",
  ]
}
