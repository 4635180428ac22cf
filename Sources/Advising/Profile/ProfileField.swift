import CareerData

/// The keys of a profile; a roster has the same names as columns.
///
/// A field is declared here: its key, and in ``declared`` all that readers of profiles and rosters, the template of a
/// roster and the JSON Schema know of it.
public enum ProfileField: String, Sendable, CaseIterable {
  case id, name, advisor
  case reportDate = "report_date"
  case state, area
  case payAmount = "pay_amount"
  case payBasis = "pay_basis"
  case hoursPerWeek = "hours_per_week"
  case occupation, compare
  case comparePlaces = "compare_places"
  case inField = "in_field"
  case rung
  case yearsOfExperience = "years_of_experience"
  case credentials, setting
  case targetSetting = "target_setting"
  case specialization
  case targetSpecialization = "target_specialization"
  case openToRemote = "open_to_remote"
  case education
  case certificationBudget = "certification_budget"
  case horizonYears = "horizon_years"
  case notes
  case agreedSteps = "agreed_steps"
  case previous

  private var declared: FieldDeclaration {
    switch self {
    case .id:
      FieldDeclaration(
        "Names the report's files. Required.",
        .own(.id) { reader, profile in profile.id = reader.id() ?? "" }, form: FormPlace(in: .who),
        example: .id,
        columns: [
          ColumnNames(
            """
            ids,client id,client ids,client number,client no,client num,client code,client identifier,\
            student id,student number,student no,student num,student identifier,case id,case number,case no,\
            case num,case identifier,participant id,participant number,participant no,participant identifier,\
            member id,member number,member no,customer id,customer number,customer no,contact id,record id,\
            record number,person id,learner id,trainee id,candidate id,applicant id,applicant number,\
            jobseeker id,job seeker id,user id,file number,file no,id number,id no,identifier,unique id,\
            unique identifier,sid,emplid,banner id,enrollee id,enrollment id,registrant id,matter number,\
            id cliente,id del cliente,id de cliente,numero de cliente,numero cliente,no de cliente,\
            codigo de cliente,codigo del cliente,id caso,id del caso,id de caso,numero de caso,numero del caso,\
            no de caso,caso no,numero de expediente,no de expediente,expediente,matricula,id estudiante,\
            id del estudiante,id de estudiante,numero de estudiante,numero del estudiante,id participante,\
            id del participante,id de participante,numero de participante,numero del participante,identificador,\
            identificacion,numero de identificacion
            """),
          ColumnNames(
            """
            client,participant,student,case,customer,member,learner,trainee,cliente,participante,estudiante,\
            caso,alumno
            """, isWeak: true),
        ])
    case .name:
      FieldDeclaration(
        "The client's name; it stands on the report.", .line(into: \.name), form: FormPlace(in: .who),
        example: .name,
        columns: [
          ColumnNames(
            """
            client name,student name,full name,participant name,customer name,contact name,member name,\
            applicant name,learner name,trainee name,candidate name,person name,legal name,clients name,names,\
            nombre,nombre completo,nombre del cliente,nombre de cliente,nombre cliente,nombre del estudiante,\
            nombre estudiante,nombre del participante,nombre participante,nombre y apellido,nombre y apellidos,\
            nombres y apellidos
            """)
        ])
    case .advisor:
      FieldDeclaration(
        "The advisor's name; it stands on the report.", .line(into: \.advisor),
        form: FormPlace(in: .who),
        columns: [
          ColumnNames(
            """
            adviser,advisor name,adviser name,academic advisor,academic adviser,assigned advisor,counselor,\
            counsellor,counselor name,case manager,case manager name,case worker,caseworker,career coach,coach,\
            career advisor,career adviser,career counselor,navigator,career navigator,case owner,contact owner,\
            assigned staff,assigned to,asesoria,asesor,asesora,nombre del asesor,asesor asignado,consejero,\
            consejera,orientador,orientadora,gestor de caso,gestora de caso,gestor de casos
            """)
        ])
    case .reportDate:
      FieldDeclaration(
        "The date of the report, YYYY-MM-DD; today when absent.", .date(into: \.reportDate),
        form: nil,
        columns: [
          ColumnNames(
            """
            date of report,report day,reporting date,date of the report,fecha del informe,fecha de informe,\
            fecha informe,fecha del reporte,fecha de reporte,fecha reporte
            """)
        ])
    case .state:
      FieldDeclaration(
        "The client's state, two letters.", .choice(of: .states, into: \.stateCode),
        form: FormPlace(in: .now), example: .firstChoice,
        columns: [
          ColumnNames(
            """
            states,state code,state abbreviation,state abbr,state name,home state,state of residence,\
            residence state,residential state,mailing state,mailing state/province,state/province,\
            state or province,work state,us state,address state,current state,state/territory,estado,\
            estado de residencia,estado de trabajo,estado/provincia
            """)
        ])
    case .area:
      FieldDeclaration(
        "A metropolitan or nonmetropolitan area, by title or CBSA code, where the dataset has areas.",
        .own(.area) { reader, profile in profile.areaID = reader.area(stateCode: profile.stateCode) },
        form: FormPlace(in: .now),
        after: [.state],
        columns: [
          ColumnNames(
            """
            areas,metro,metro area,metropolitan area,metropolitan statistical area,msa,msa code,msa name,cbsa,\
            cbsa code,cbsa name,labor market area,area metropolitana,zona metropolitana
            """)
        ])
    case .payAmount:
      FieldDeclaration(
        "Present pay before tax, in US dollars; as actually paid a year, or an hour. "
          + "\(FieldReader.words(PayLimits.hourly)) an hour; "
          + "\(FieldReader.words(PayLimits.fullTimeAnnual)) a year at full time.",
        .own(.number(PayLimits.amount, .dollars)) { reader, profile in profile.pay = reader.pay(of: profile)
        },
        form: FormPlace(in: .now),
        after: [.hoursPerWeek], requires: [.payBasis], example: .number(46_000),
        columns: [
          ColumnNames(
            """
            pay,wage,wages,salary,current pay,current wage,current wages,current salary,earnings,\
            current earnings,rate of pay,pay rate,wage rate,base pay,base salary,compensation,present pay,\
            pay amount usd,salario,sueldo,paga,remuneracion,salario actual,sueldo actual
            """),
          ColumnNames(
            """
            annual pay,annual salary,annual wage,annual wages,annual earnings,annual income,annual compensation,\
            annual rate,annual base salary,annual base pay,annual pay rate,annualized pay,annualized salary,\
            annualized wage,current annual pay,current annual salary,current annual wage,yearly pay,\
            yearly salary,yearly wage,yearly wages,yearly earnings,yearly income,salary per year,pay per year,\
            wage per year,pay a year,pay annual,pay yearly,salary annual,salary yearly,wage annual,pay/year,\
            salary/year,pay/yr,salary/yr,pay per annum,salary per annum,salario anual,sueldo anual,pago anual,\
            ingreso anual,ingresos anuales,salario por ano,sueldo por ano,salario al ano,remuneracion anual
            """, basis: .annual),
          ColumnNames(
            """
            hourly,hourly rate,hourly wage,hourly wages,hourly pay,hourly salary,hourly earnings,\
            hourly pay rate,hourly wage rate,hourly rate of pay,current hourly rate,current hourly wage,\
            current hourly pay,pay per hour,wage per hour,salary per hour,rate per hour,dollars per hour,\
            pay an hour,pay hourly,wage hourly,rate hourly,pay/hour,wage/hour,rate/hour,pay/hr,wage/hr,rate/hr,\
            salario por hora,pago por hora,sueldo por hora,tarifa por hora,salario hora,paga por hora,\
            salario/hora,pago/hora
            """, basis: .hourly),
        ])
    case .payBasis:
      FieldDeclaration(
        "What pay_amount is paid for. Required with pay_amount.",
        // Read with the amount, since neither means anything alone.
        .own(.word(Self.payBases)) { _, _ in }, form: FormPlace(in: .now), example: .firstChoice,
        columns: [
          ColumnNames(
            """
            basis,basis of pay,pay type,wage type,salary type,pay unit,wage unit,salary unit,rate type,\
            wage basis,salary basis,rate basis,per year or hour,per hour or year,year or hour,hour or year,\
            annual or hourly,hourly or annual,annual/hourly,hourly/annual,hourly or salary,base de pago,\
            base del pago,base de la paga,tipo de pago,tipo de salario,tipo de sueldo,unidad de pago,\
            por ano o por hora,por hora o por ano,anual o por hora
            """)
        ])
    case .hoursPerWeek:
      FieldDeclaration(
        "Hours of paid work in a week; \(FieldReader.words(ClientProfile.defaultHoursPerWeek)) when absent.",
        .number(PayLimits.hoursPerWeek, .hoursPerWeek, replacing: \.hoursPerWeek), form: FormPlace(in: .now),
        example: .number(40),
        columns: [
          ColumnNames(
            """
            hours a week,hours/week,hours weekly,weekly hours,hours week,hrs per week,hrs/week,hrs/wk,hours/wk,\
            hours worked per week,hours per wk,work hours per week,weekly hours worked,average hours per week,\
            avg hours per week,horas por semana,horas semanales,horas a la semana,horas/semana
            """),
          ColumnNames("hours,hrs,horas", isWeak: true),
        ])
    case .occupation: .occupation
    case .compare: .compare
    case .comparePlaces: .comparePlaces
    case .inField:
      FieldDeclaration(
        "Whether the present work is in this field; inferred when absent, if it can be.",
        .flag(into: \.isInField), form: FormPlace(in: .now), example: .firstChoice,
        columns: [
          ColumnNames(
            """
            in the field,works in field,works in the field,working in field,working in the field,work in field,\
            employed in field,currently in field,works in the field now,trabaja en el campo,en el campo,\
            trabaja en el area,trabaja en el sector
            """)
        ])
    case .rung:
      FieldDeclaration(
        "The rung of the career ladder; inferred when absent, if it can be.",
        .choice(of: .rungs, into: \.rungID),
        form: FormPlace(in: .now),
        columns: [
          ColumnNames(
            """
            career step,career rung,ladder rung,rung of the ladder,career level,career ladder,peldano,escalon,\
            nivel profesional
            """)
        ])
    case .yearsOfExperience:
      FieldDeclaration(
        "Years of work in this field.", .number(0...80, .years, into: \.yearsOfExperience),
        form: FormPlace(in: .now),
        example: .number(3),
        columns: [
          ColumnNames(
            """
            years experience,experience years,years exp,years of exp,yrs experience,yrs of experience,yrs exp,\
            yoe,years in field,years in the field,experience in years,total years of experience,\
            years of work experience,years work experience,anos de experiencia,anos experiencia,\
            anos en el campo,experiencia en anos
            """)
        ])
    case .credentials:
      FieldDeclaration(
        "The credentials held; [] for none; leave out when unknown.",
        .choices(of: .credentials, into: \.credentialIDs), form: FormPlace(in: .now), example: .firstChoice,
        columns: [
          ColumnNames(
            """
            credential,credentials held,certifications,certification,certifications held,current certifications,\
            current credentials,professional certifications,certs,cert,certificates,certificates held,\
            credential(s),certification(s),cert(s),certificaciones,certificacion,credenciales,credencial,\
            certificados
            """)
        ])
    case .setting:
      FieldDeclaration(
        "The present work setting.", .choice(of: .settings, into: \.settingID), form: FormPlace(in: .now),
        example: .firstChoice,
        columns: [
          ColumnNames(
            """
            settings,job setting,work setting,employer type,type of employer,practice setting,workplace type,\
            type of workplace,workplace,work place,employment setting,current setting,current employer type,\
            facility type,entorno,entorno laboral,entorno de trabajo,tipo de empleador,lugar de trabajo
            """)
        ])
    case .targetSetting:
      FieldDeclaration(
        "The setting the client aims at.", .choice(of: .settings, into: \.targetSettingID),
        form: FormPlace(in: .aim),
        columns: [
          ColumnNames(
            """
            wanted work setting,desired setting,preferred setting,goal setting,setting wanted,wanted setting,\
            desired job setting,preferred job setting,target job setting,target work setting,\
            desired work setting,target employer type,desired employer type,preferred employer type,\
            target workplace,desired workplace,entorno deseado,entorno laboral deseado,\
            tipo de empleador deseado,lugar de trabajo deseado
            """)
        ])
    case .specialization:
      FieldDeclaration(
        "The present specialization.", .choice(of: .specializations, into: \.specializationID),
        form: FormPlace(in: .now),
        example: .firstChoice,
        columns: [
          ColumnNames(
            """
            specializations,specialty,speciality,specialisation,current specialty,current specialization,\
            especialidad,especializacion,especialidad actual
            """)
        ])
    case .targetSpecialization:
      FieldDeclaration(
        "The specialization the client aims at.",
        .choice(of: .specializations, into: \.targetSpecializationID),
        form: FormPlace(in: .aim),
        columns: [
          ColumnNames(
            """
            wanted specialization,desired specialty,target specialty,preferred specialty,specialty wanted,\
            goal specialty,desired specialization,preferred specialization,target specialisation,\
            especialidad deseada,especializacion deseada
            """)
        ])
    case .openToRemote:
      FieldDeclaration(
        "Whether the client would work remotely; adds a table of the states' pay.",
        .flag(into: \.isOpenToRemote), form: FormPlace(in: .aim), example: .firstChoice,
        columns: [
          ColumnNames(
            """
            remote,remote ok,remote work,remote work ok,open to remote work,open to working remotely,\
            willing to work remotely,willing to work remote,would work remotely,will work remotely,wants remote,\
            wants remote work,remoto,trabajo remoto,acepta trabajo a distancia,acepta trabajo remoto,\
            acepta remoto,abierto a trabajo remoto
            """)
        ])
    case .education:
      FieldDeclaration(
        "The highest education finished.", .word(Self.educationLevels, into: \.education),
        form: FormPlace(in: .now),
        example: .firstChoice,
        columns: [
          ColumnNames(
            """
            education level,level of education,highest education,highest education level,\
            highest level of education,highest degree,highest degree earned,degree,educational attainment,\
            education attainment,educational level,educacion,nivel educativo,nivel de educacion,\
            nivel de estudios,escolaridad,estudios,grado maximo de estudios
            """)
        ])
    case .certificationBudget:
      FieldDeclaration(
        "US dollars that can be spent on a certification.",
        .number(0...1_000_000, .dollars, into: \.certificationBudget),
        form: FormPlace(in: .means),
        columns: [
          ColumnNames(
            """
            budget for certification,budget for a certification,certification budget usd,exam budget,\
            training budget,presupuesto para certificacion,presupuesto de certificacion,\
            presupuesto para la certificacion
            """),
          ColumnNames("budget,presupuesto", isWeak: true),
        ])
    case .horizonYears:
      FieldDeclaration(
        "Whole years over which a gain is added up; \(ClientProfile.defaultHorizonYears) when absent.",
        .wholeNumber(1...50, .years, replacing: \.horizonYears),
        form: FormPlace(in: .means),
        columns: [
          ColumnNames(
            """
            horizon,horizon in years,years ahead,years to look ahead,planning horizon,horizonte,\
            horizonte en anos,anos de horizonte
            """)
        ])
    case .notes:
      FieldDeclaration(
        "Notes of the session; they stand on the report.", .notes(into: \.notes),
        form: FormPlace(in: .notes),
        columns: [
          ColumnNames(
            """
            note,comments,comment,remarks,remark,notas,nota,comentarios,comentario,observaciones
            """)
        ])
    case .agreedSteps:
      FieldDeclaration(
        "Steps that were agreed on, at most 50; they stand on the report, the open ones and those done.",
        .objects(most: 50, into: \.agreedSteps), form: FormPlace(in: .steps), columns: [])
    case .previous: .previous
    }
  }

  // MARK: - All of them

  private static let declarations = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.declared) })

  /// What it takes, what it is called, and where its value goes.
  var declaration: FieldDeclaration { Self.declarations[self] ?? declared }

  private static let kinds = declarations.mapValues(\.kind)

  /// That of the declaration; rosters ask for it cell by cell.
  var kind: FieldKind { Self.kinds[self] ?? declared.kind }

  /// The order in which fields are read: that of their declarations, each behind those that it is held against.
  static let readingOrder: [(field: ProfileField, input: FieldInput)] = {
    var order: [ProfileField] = []
    for field in allCases {
      for needed in field.declaration.after + [field] where !order.contains(needed) { order.append(needed) }
    }
    return order.map { ($0, $0.declaration.input) }
  }()

  static let keys = allCases.map(\.rawValue)
}
