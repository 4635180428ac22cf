import CareerData

/// What other systems call the columns of a roster, in English and Spanish.
///
/// Names are compared as ``ColumnName/folded(_:)`` has them. A weak name, such as `Client`, gives way to a better one of the
/// same field. No name stands here that is a value of some column too, that means several things in different places, or
/// that would bring what was meant for other eyes into a report (`Case notes`).
enum ColumnSynonyms {
  struct Meaning: Sendable, Equatable {
    var field: ProfileField
    /// What the pay is for, where the name says it.
    var basis: PayBasis?
    var isWeak = false
  }

  /// The meanings by folded name.
  static let meanings: [String: Meaning] = {
    var meanings: [String: Meaning] = [:]
    for row in rows {
      let meaning = Meaning(field: row.field, basis: row.basis, isWeak: row.isWeak)
      for name in row.names.split(separator: ",") { meanings[ColumnName.folded(String(name))] = meaning }
    }
    for field in ProfileField.allCases {
      meanings[ColumnName.folded(field.rawValue)] = Meaning(field: field)
    }
    return meanings
  }()

  struct Row: Sendable {
    let field: ProfileField
    let basis: PayBasis?
    let isWeak: Bool
    /// Separated by commas.
    let names: String

    init(_ field: ProfileField, _ names: String, basis: PayBasis? = nil, isWeak: Bool = false) {
      self.field = field
      self.names = names
      self.basis = basis
      self.isWeak = isWeak
    }
  }

  static let rows: [Row] = [
    Row(
      .id,
      """
      ids,client id,client ids,client number,client no,client num,client code,client identifier,student id,student number,\
      student no,student num,student identifier,case id,case number,case no,case num,case identifier,participant id,\
      participant number,participant no,participant identifier,member id,member number,member no,customer id,\
      customer number,customer no,contact id,record id,record number,person id,learner id,trainee id,candidate id,\
      applicant id,applicant number,jobseeker id,job seeker id,user id,file number,file no,id number,id no,identifier,\
      unique id,unique identifier,sid,emplid,banner id,enrollee id,enrollment id,registrant id,matter number,\
      id cliente,id del cliente,id de cliente,numero de cliente,numero cliente,no de cliente,codigo de cliente,\
      codigo del cliente,id caso,id del caso,id de caso,numero de caso,numero del caso,no de caso,caso no,\
      numero de expediente,no de expediente,expediente,matricula,id estudiante,id del estudiante,id de estudiante,\
      numero de estudiante,numero del estudiante,id participante,id del participante,id de participante,\
      numero de participante,numero del participante,identificador,identificacion,numero de identificacion
      """),
    Row(
      .id,
      "client,participant,student,case,customer,member,learner,trainee,cliente,participante,estudiante,caso,alumno",
      isWeak: true),
    Row(
      .name,
      """
      client name,student name,full name,participant name,customer name,contact name,member name,applicant name,\
      learner name,trainee name,candidate name,person name,legal name,clients name,names,nombre,nombre completo,\
      nombre del cliente,nombre de cliente,nombre cliente,nombre del estudiante,nombre estudiante,\
      nombre del participante,nombre participante,nombre y apellido,nombre y apellidos,nombres y apellidos
      """),
    Row(
      .advisor,
      """
      adviser,advisor name,adviser name,academic advisor,academic adviser,assigned advisor,counselor,counsellor,\
      counselor name,case manager,case manager name,case worker,caseworker,career coach,coach,career advisor,\
      career adviser,career counselor,navigator,career navigator,case owner,contact owner,assigned staff,assigned to,\
      asesoria,asesor,asesora,nombre del asesor,asesor asignado,consejero,consejera,orientador,orientadora,gestor de caso,\
      gestora de caso,gestor de casos
      """),
    Row(
      .reportDate,
      """
      date of report,report day,reporting date,date of the report,fecha del informe,fecha de informe,fecha informe,\
      fecha del reporte,fecha de reporte,fecha reporte
      """),
    Row(
      .state,
      """
      states,state code,state abbreviation,state abbr,state name,home state,state of residence,residence state,\
      residential state,mailing state,mailing state/province,state/province,state or province,work state,us state,\
      address state,current state,state/territory,estado,estado de residencia,estado de trabajo,estado/provincia
      """),
    Row(
      .area,
      """
      areas,metro,metro area,metropolitan area,metropolitan statistical area,msa,msa code,msa name,cbsa,cbsa code,cbsa name,\
      labor market area,area metropolitana,zona metropolitana
      """),
    Row(
      .payAmount,
      """
      pay,wage,wages,salary,current pay,current wage,current wages,current salary,earnings,current earnings,rate of pay,\
      pay rate,wage rate,base pay,base salary,compensation,present pay,pay amount usd,salario,sueldo,paga,remuneracion,\
      salario actual,sueldo actual
      """),
    Row(
      .payAmount,
      """
      annual pay,annual salary,annual wage,annual wages,annual earnings,annual income,annual compensation,annual rate,\
      annual base salary,annual base pay,annual pay rate,annualized pay,annualized salary,annualized wage,current annual pay,\
      current annual salary,current annual wage,yearly pay,yearly salary,yearly wage,yearly wages,yearly earnings,\
      yearly income,salary per year,pay per year,wage per year,pay a year,pay annual,pay yearly,salary annual,salary yearly,\
      wage annual,pay/year,salary/year,pay/yr,salary/yr,pay per annum,salary per annum,salario anual,sueldo anual,\
      pago anual,ingreso anual,ingresos anuales,salario por ano,sueldo por ano,salario al ano,remuneracion anual
      """, basis: .annual),
    Row(
      .payAmount,
      """
      hourly,hourly rate,hourly wage,hourly wages,hourly pay,hourly salary,hourly earnings,hourly pay rate,hourly wage rate,\
      hourly rate of pay,current hourly rate,current hourly wage,current hourly pay,pay per hour,wage per hour,\
      salary per hour,rate per hour,dollars per hour,pay an hour,pay hourly,wage hourly,rate hourly,pay/hour,wage/hour,\
      rate/hour,pay/hr,wage/hr,rate/hr,salario por hora,pago por hora,sueldo por hora,tarifa por hora,salario hora,\
      paga por hora,salario/hora,pago/hora
      """, basis: .hourly),
    Row(
      .payBasis,
      """
      basis,basis of pay,pay type,wage type,salary type,pay unit,wage unit,salary unit,rate type,wage basis,salary basis,\
      rate basis,per year or hour,per hour or year,year or hour,hour or year,annual or hourly,hourly or annual,\
      annual/hourly,hourly/annual,hourly or salary,base de pago,base del pago,base de la paga,tipo de pago,tipo de salario,\
      tipo de sueldo,unidad de pago,por ano o por hora,por hora o por ano,anual o por hora
      """),
    Row(
      .hoursPerWeek,
      """
      hours a week,hours/week,hours weekly,weekly hours,hours week,hrs per week,hrs/week,hrs/wk,hours/wk,hours worked per week,\
      hours per wk,work hours per week,weekly hours worked,average hours per week,avg hours per week,horas por semana,\
      horas semanales,horas a la semana,horas/semana
      """),
    Row(.hoursPerWeek, "hours,hrs,horas", isWeak: true),
    Row(
      .inField,
      """
      in the field,works in field,works in the field,working in field,working in the field,work in field,employed in field,\
      currently in field,works in the field now,trabaja en el campo,en el campo,trabaja en el area,trabaja en el sector
      """),
    Row(
      .rung,
      "career step,career rung,ladder rung,rung of the ladder,career level,career ladder,peldano,escalon,nivel profesional"
    ),
    Row(
      .yearsOfExperience,
      """
      years experience,experience years,years exp,years of exp,yrs experience,yrs of experience,yrs exp,yoe,years in field,\
      years in the field,experience in years,total years of experience,years of work experience,years work experience,\
      anos de experiencia,anos experiencia,anos en el campo,experiencia en anos
      """),
    Row(
      .credentials,
      """
      credential,credentials held,certifications,certification,certifications held,current certifications,\
      current credentials,professional certifications,certs,cert,certificates,certificates held,credential(s),\
      certification(s),cert(s),certificaciones,certificacion,credenciales,credencial,certificados
      """),
    Row(
      .setting,
      """
      settings,job setting,work setting,employer type,type of employer,practice setting,workplace type,type of workplace,\
      workplace,work place,employment setting,current setting,current employer type,facility type,entorno,entorno laboral,\
      entorno de trabajo,tipo de empleador,lugar de trabajo
      """),
    Row(
      .targetSetting,
      """
      wanted work setting,desired setting,preferred setting,goal setting,setting wanted,wanted setting,desired job setting,\
      preferred job setting,target job setting,target work setting,desired work setting,target employer type,\
      desired employer type,preferred employer type,target workplace,desired workplace,entorno deseado,\
      entorno laboral deseado,tipo de empleador deseado,lugar de trabajo deseado
      """),
    Row(
      .specialization,
      """
      specializations,specialty,speciality,specialisation,current specialty,current specialization,especialidad,\
      especializacion,especialidad actual
      """),
    Row(
      .targetSpecialization,
      """
      wanted specialization,desired specialty,target specialty,preferred specialty,specialty wanted,goal specialty,desired specialization,\
      preferred specialization,target specialisation,especialidad deseada,especializacion deseada
      """),
    Row(
      .openToRemote,
      """
      remote,remote ok,remote work,remote work ok,open to remote work,open to working remotely,willing to work remotely,\
      willing to work remote,would work remotely,will work remotely,wants remote,wants remote work,remoto,trabajo remoto,\
      acepta trabajo a distancia,acepta trabajo remoto,acepta remoto,abierto a trabajo remoto
      """),
    Row(
      .education,
      """
      education level,level of education,highest education,highest education level,highest level of education,\
      highest degree,highest degree earned,degree,educational attainment,education attainment,educational level,educacion,\
      nivel educativo,nivel de educacion,nivel de estudios,escolaridad,estudios,grado maximo de estudios
      """),
    Row(
      .certificationBudget,
      """
      budget for certification,budget for a certification,certification budget usd,exam budget,training budget,\
      presupuesto para certificacion,presupuesto de certificacion,presupuesto para la certificacion
      """),
    Row(.certificationBudget, "budget,presupuesto", isWeak: true),
    Row(
      .horizonYears,
      "horizon,horizon in years,years ahead,years to look ahead,planning horizon,horizonte,horizonte en anos,anos de horizonte"
    ),
    Row(.notes, "note,comments,comment,remarks,remark,notas,nota,comentarios,comentario,observaciones"),
  ]

  /// What tables of people have besides, folded. A name like these is itself, and no slip for one of a roster, however near.
  static let strangers: Set<String> = [
    "stage", "status", "start", "started", "store", "street", "date", "dates", "dob", "race", "age", "page",
    "rate", "rank",
    "stat", "game", "city", "county", "country", "phone", "email", "zip", "address", "title", "type", "owner",
    "gender", "sex", "tags",
    "tag", "dept", "vote", "votes", "quote", "quotes", "name2", "first name", "last name", "grade", "grades",
    "dorm", "form",
    "same", "fame", "frame", "days", "day", "play", "bay", "way", "role", "roles", "rating", "ratings",
    "getting", "location",
    "bonus", "vocation", "image", "usage", "cage", "stages", "estatus", "etapa", "edad", "estadio", "costs",
    "cost", "cents",
    "remove", "day rate", "pay day", "remoteid", "house", "hour", "ours", "states2", "estate", "coat",
    "couch", "metra", "retro", "base", "bases",
    "raza", "nombre2", "saldo", "notes2", "voe", "toe", "nodes", "area2", "phone2", "sic", "sin", "aid",
    "naics", "bid",
  ]

  /// Last words that say what a name is: `Work status` is no slip for `Work state`, and `Pay date` none for `Pay rate`.
  static let kinds = [
    "date", "status", "stage", "street", "phone", "city", "type", "email", "count", "total", "time", "year",
    "month", "note",
    "notes", "name", "zip", "county", "country", "fecha", "ciudad", "estatus",
  ]
}
