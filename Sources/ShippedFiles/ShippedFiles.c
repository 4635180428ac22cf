#include "ShippedFiles.h"

// The files stand in the binary as they are in the checkout: an edit there is an edit here at the next build.
// A test compares this list with the folders. C23's #embed is an extension in the C that the package is built as.
#pragma clang diagnostic ignored "-Wc23-extensions"

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} shipped_file;

static const unsigned char catalogue_areas_csv[] = {
#embed "../../Samples/catalogue/areas.csv"
};
static const unsigned char catalogue_datapackage_json[] = {
#embed "../../Samples/catalogue/datapackage.json"
};
static const unsigned char catalogue_factors_csv[] = {
#embed "../../Samples/catalogue/factors.csv"
};
static const unsigned char catalogue_job_titles_csv[] = {
#embed "../../Samples/catalogue/job_titles.csv"
};
static const unsigned char catalogue_occupations_csv[] = {
#embed "../../Samples/catalogue/occupations.csv"
};
static const unsigned char catalogue_price_parities_csv[] = {
#embed "../../Samples/catalogue/price_parities.csv"
};
static const unsigned char catalogue_related_occupations_csv[] = {
#embed "../../Samples/catalogue/related_occupations.csv"
};
static const unsigned char catalogue_sources_csv[] = {
#embed "../../Samples/catalogue/sources.csv"
};
static const unsigned char catalogue_state_pay_csv[] = {
#embed "../../Samples/catalogue/state_pay.csv"
};
static const unsigned char catalogue_translations_csv[] = {
#embed "../../Samples/catalogue/translations.csv"
};
static const unsigned char datasets_medical_coding_areas_csv[] = {
#embed "../../Samples/datasets/medical-coding/areas.csv"
};
static const unsigned char datasets_medical_coding_credential_costs_csv[] = {
#embed "../../Samples/datasets/medical-coding/credential_costs.csv"
};
static const unsigned char datasets_medical_coding_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding/credentials.csv"
};
static const unsigned char datasets_medical_coding_datapackage_json[] = {
#embed "../../Samples/datasets/medical-coding/datapackage.json"
};
static const unsigned char datasets_medical_coding_disagreements_csv[] = {
#embed "../../Samples/datasets/medical-coding/disagreements.csv"
};
static const unsigned char datasets_medical_coding_drivers_csv[] = {
#embed "../../Samples/datasets/medical-coding/drivers.csv"
};
static const unsigned char datasets_medical_coding_employers_csv[] = {
#embed "../../Samples/datasets/medical-coding/employers.csv"
};
static const unsigned char datasets_medical_coding_figures_csv[] = {
#embed "../../Samples/datasets/medical-coding/figures.csv"
};
static const unsigned char datasets_medical_coding_industries_csv[] = {
#embed "../../Samples/datasets/medical-coding/industries.csv"
};
static const unsigned char datasets_medical_coding_entry_requirements_csv[] = {
#embed "../../Samples/datasets/medical-coding/entry_requirements.csv"
};
static const unsigned char datasets_medical_coding_links_csv[] = {
#embed "../../Samples/datasets/medical-coding/links.csv"
};
static const unsigned char datasets_medical_coding_occupations_csv[] = {
#embed "../../Samples/datasets/medical-coding/occupations.csv"
};
static const unsigned char datasets_medical_coding_pay_csv[] = {
#embed "../../Samples/datasets/medical-coding/pay.csv"
};
static const unsigned char datasets_medical_coding_populations_csv[] = {
#embed "../../Samples/datasets/medical-coding/populations.csv"
};
static const unsigned char datasets_medical_coding_price_parities_csv[] = {
#embed "../../Samples/datasets/medical-coding/price_parities.csv"
};
static const unsigned char datasets_medical_coding_programs_csv[] = {
#embed "../../Samples/datasets/medical-coding/programs.csv"
};
static const unsigned char datasets_medical_coding_rung_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding/rung_credentials.csv"
};
static const unsigned char datasets_medical_coding_rungs_csv[] = {
#embed "../../Samples/datasets/medical-coding/rungs.csv"
};
static const unsigned char datasets_medical_coding_setting_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding/setting_credentials.csv"
};
static const unsigned char datasets_medical_coding_setting_industries_csv[] = {
#embed "../../Samples/datasets/medical-coding/setting_industries.csv"
};
static const unsigned char datasets_medical_coding_settings_csv[] = {
#embed "../../Samples/datasets/medical-coding/settings.csv"
};
static const unsigned char datasets_medical_coding_sources_csv[] = {
#embed "../../Samples/datasets/medical-coding/sources.csv"
};
static const unsigned char datasets_medical_coding_specialization_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding/specialization_credentials.csv"
};
static const unsigned char datasets_medical_coding_specializations_csv[] = {
#embed "../../Samples/datasets/medical-coding/specializations.csv"
};
static const unsigned char datasets_medical_coding_start_steps_csv[] = {
#embed "../../Samples/datasets/medical-coding/start_steps.csv"
};
static const unsigned char datasets_medical_coding_translations_csv[] = {
#embed "../../Samples/datasets/medical-coding/translations.csv"
};
static const unsigned char scripts_typst_requirements_txt[] = {
#embed "../Export/PDF/typst-requirements.txt"
};
static const unsigned char scripts_typst_setup_py[] = {
#embed "../Export/PDF/typst-setup.py"
};
static const unsigned char scripts_typst_worker_py[] = {
#embed "../Export/PDF/typst-worker.py"
};
static const unsigned char datasets_medical_coding_2025_areas_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/areas.csv"
};
static const unsigned char datasets_medical_coding_2025_credential_costs_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/credential_costs.csv"
};
static const unsigned char datasets_medical_coding_2025_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/credentials.csv"
};
static const unsigned char datasets_medical_coding_2025_datapackage_json[] = {
#embed "../../Samples/datasets/medical-coding-2025/datapackage.json"
};
static const unsigned char datasets_medical_coding_2025_disagreements_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/disagreements.csv"
};
static const unsigned char datasets_medical_coding_2025_drivers_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/drivers.csv"
};
static const unsigned char datasets_medical_coding_2025_employers_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/employers.csv"
};
static const unsigned char datasets_medical_coding_2025_figures_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/figures.csv"
};
static const unsigned char datasets_medical_coding_2025_industries_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/industries.csv"
};
static const unsigned char datasets_medical_coding_2025_entry_requirements_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/entry_requirements.csv"
};
static const unsigned char datasets_medical_coding_2025_links_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/links.csv"
};
static const unsigned char datasets_medical_coding_2025_occupations_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/occupations.csv"
};
static const unsigned char datasets_medical_coding_2025_pay_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/pay.csv"
};
static const unsigned char datasets_medical_coding_2025_populations_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/populations.csv"
};
static const unsigned char datasets_medical_coding_2025_price_parities_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/price_parities.csv"
};
static const unsigned char datasets_medical_coding_2025_programs_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/programs.csv"
};
static const unsigned char datasets_medical_coding_2025_rung_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/rung_credentials.csv"
};
static const unsigned char datasets_medical_coding_2025_rungs_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/rungs.csv"
};
static const unsigned char datasets_medical_coding_2025_setting_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/setting_credentials.csv"
};
static const unsigned char datasets_medical_coding_2025_setting_industries_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/setting_industries.csv"
};
static const unsigned char datasets_medical_coding_2025_settings_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/settings.csv"
};
static const unsigned char datasets_medical_coding_2025_sources_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/sources.csv"
};
static const unsigned char datasets_medical_coding_2025_specialization_credentials_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/specialization_credentials.csv"
};
static const unsigned char datasets_medical_coding_2025_specializations_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/specializations.csv"
};
static const unsigned char datasets_medical_coding_2025_start_steps_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/start_steps.csv"
};
static const unsigned char datasets_medical_coding_2025_translations_csv[] = {
#embed "../../Samples/datasets/medical-coding-2025/translations.csv"
};
static const unsigned char scripts_session_js[] = {
#embed "../ReportWriters/HTML/session.js"
};
static const unsigned char scripts_what_if_js[] = {
#embed "../ReportWriters/HTML/what-if.js"
};
static const unsigned char session_caseload_html_mustache[] = {
#embed "../Session/Pages/Files/caseload.html.mustache"
};
static const unsigned char session_client_html_mustache[] = {
#embed "../Session/Pages/Files/client.html.mustache"
};
static const unsigned char session_clients_html_mustache[] = {
#embed "../Session/Pages/Files/clients.html.mustache"
};
static const unsigned char session_data_html_mustache[] = {
#embed "../Session/Pages/Files/data.html.mustache"
};
static const unsigned char session_icon_svg[] = {
#embed "../Session/Pages/Files/icon.svg"
};
static const unsigned char session_open_js[] = {
#embed "../Session/Pages/Files/open.js"
};
static const unsigned char session_pictures_html_mustache[] = {
#embed "../Session/Pages/Files/pictures.html.mustache"
};
static const unsigned char session_message_html_mustache[] = {
#embed "../Session/Pages/Files/message.html.mustache"
};
static const unsigned char session_present_html_mustache[] = {
#embed "../Session/Pages/Files/present.html.mustache"
};
static const unsigned char session_session_css[] = {
#embed "../Session/Pages/Files/session.css"
};
static const unsigned char session_session_js[] = {
#embed "../Session/Pages/Files/session.js"
};
static const unsigned char session_shell_html_mustache[] = {
#embed "../Session/Pages/Files/shell.html.mustache"
};
static const unsigned char templates_brief_extra_css[] = {
#embed "../../Templates/brief/extra.css"
};
static const unsigned char templates_brief_template_yaml[] = {
#embed "../../Templates/brief/template.yaml"
};
static const unsigned char templates_session_extra_css[] = {
#embed "../../Templates/session/extra.css"
};
static const unsigned char templates_session_template_yaml[] = {
#embed "../../Templates/session/template.yaml"
};
static const unsigned char templates_standard_report_css[] = {
#embed "../../Templates/standard/report.css"
};
static const unsigned char templates_standard_report_html_mustache[] = {
#embed "../../Templates/standard/report.html.mustache"
};
static const unsigned char templates_standard_report_txt_mustache[] = {
#embed "../../Templates/standard/report.txt.mustache"
};
static const unsigned char templates_standard_report_typ[] = {
#embed "../../Templates/standard/report.typ"
};
static const unsigned char templates_standard_template_yaml[] = {
#embed "../../Templates/standard/template.yaml"
};
static const unsigned char templates_standard_es_template_yaml[] = {
#embed "../../Templates/standard-es/template.yaml"
};
static const unsigned char templates_brief_es_template_yaml[] = {
#embed "../../Templates/brief-es/template.yaml"
};
static const unsigned char templates_full_template_yaml[] = {
#embed "../../Templates/full/template.yaml"
};
static const unsigned char templates_full_es_template_yaml[] = {
#embed "../../Templates/full-es/template.yaml"
};
static const unsigned char templates_session_es_template_yaml[] = {
#embed "../../Templates/session-es/template.yaml"
};

static const shipped_file files[] = {
    {"catalogue/areas.csv", catalogue_areas_csv, sizeof catalogue_areas_csv},
    {"catalogue/datapackage.json", catalogue_datapackage_json, sizeof catalogue_datapackage_json},
    {"catalogue/factors.csv", catalogue_factors_csv, sizeof catalogue_factors_csv},
    {"catalogue/job_titles.csv", catalogue_job_titles_csv, sizeof catalogue_job_titles_csv},
    {"catalogue/occupations.csv", catalogue_occupations_csv, sizeof catalogue_occupations_csv},
    {"catalogue/price_parities.csv", catalogue_price_parities_csv, sizeof catalogue_price_parities_csv},
    {"catalogue/related_occupations.csv", catalogue_related_occupations_csv, sizeof catalogue_related_occupations_csv},
    {"catalogue/sources.csv", catalogue_sources_csv, sizeof catalogue_sources_csv},
    {"catalogue/state_pay.csv", catalogue_state_pay_csv, sizeof catalogue_state_pay_csv},
    {"catalogue/translations.csv", catalogue_translations_csv, sizeof catalogue_translations_csv},
    {"datasets/medical-coding/areas.csv", datasets_medical_coding_areas_csv, sizeof datasets_medical_coding_areas_csv},
    {"datasets/medical-coding/credential_costs.csv", datasets_medical_coding_credential_costs_csv, sizeof datasets_medical_coding_credential_costs_csv},
    {"datasets/medical-coding/credentials.csv", datasets_medical_coding_credentials_csv, sizeof datasets_medical_coding_credentials_csv},
    {"datasets/medical-coding/datapackage.json", datasets_medical_coding_datapackage_json, sizeof datasets_medical_coding_datapackage_json},
    {"datasets/medical-coding/disagreements.csv", datasets_medical_coding_disagreements_csv, sizeof datasets_medical_coding_disagreements_csv},
    {"datasets/medical-coding/drivers.csv", datasets_medical_coding_drivers_csv, sizeof datasets_medical_coding_drivers_csv},
    {"datasets/medical-coding/employers.csv", datasets_medical_coding_employers_csv, sizeof datasets_medical_coding_employers_csv},
    {"datasets/medical-coding/figures.csv", datasets_medical_coding_figures_csv, sizeof datasets_medical_coding_figures_csv},
    {"datasets/medical-coding/industries.csv", datasets_medical_coding_industries_csv, sizeof datasets_medical_coding_industries_csv},
    {"datasets/medical-coding/entry_requirements.csv", datasets_medical_coding_entry_requirements_csv, sizeof datasets_medical_coding_entry_requirements_csv},
    {"datasets/medical-coding/links.csv", datasets_medical_coding_links_csv, sizeof datasets_medical_coding_links_csv},
    {"datasets/medical-coding/occupations.csv", datasets_medical_coding_occupations_csv, sizeof datasets_medical_coding_occupations_csv},
    {"datasets/medical-coding/pay.csv", datasets_medical_coding_pay_csv, sizeof datasets_medical_coding_pay_csv},
    {"datasets/medical-coding/populations.csv", datasets_medical_coding_populations_csv, sizeof datasets_medical_coding_populations_csv},
    {"datasets/medical-coding/price_parities.csv", datasets_medical_coding_price_parities_csv, sizeof datasets_medical_coding_price_parities_csv},
    {"datasets/medical-coding/programs.csv", datasets_medical_coding_programs_csv, sizeof datasets_medical_coding_programs_csv},
    {"datasets/medical-coding/rung_credentials.csv", datasets_medical_coding_rung_credentials_csv, sizeof datasets_medical_coding_rung_credentials_csv},
    {"datasets/medical-coding/rungs.csv", datasets_medical_coding_rungs_csv, sizeof datasets_medical_coding_rungs_csv},
    {"datasets/medical-coding/setting_credentials.csv", datasets_medical_coding_setting_credentials_csv, sizeof datasets_medical_coding_setting_credentials_csv},
    {"datasets/medical-coding/setting_industries.csv", datasets_medical_coding_setting_industries_csv, sizeof datasets_medical_coding_setting_industries_csv},
    {"datasets/medical-coding/settings.csv", datasets_medical_coding_settings_csv, sizeof datasets_medical_coding_settings_csv},
    {"datasets/medical-coding/sources.csv", datasets_medical_coding_sources_csv, sizeof datasets_medical_coding_sources_csv},
    {"datasets/medical-coding/specialization_credentials.csv", datasets_medical_coding_specialization_credentials_csv, sizeof datasets_medical_coding_specialization_credentials_csv},
    {"datasets/medical-coding/specializations.csv", datasets_medical_coding_specializations_csv, sizeof datasets_medical_coding_specializations_csv},
    {"datasets/medical-coding/start_steps.csv", datasets_medical_coding_start_steps_csv, sizeof datasets_medical_coding_start_steps_csv},
    {"datasets/medical-coding/translations.csv", datasets_medical_coding_translations_csv, sizeof datasets_medical_coding_translations_csv},
    {"scripts/typst-requirements.txt", scripts_typst_requirements_txt, sizeof scripts_typst_requirements_txt},
    {"scripts/typst-setup.py", scripts_typst_setup_py, sizeof scripts_typst_setup_py},
    {"scripts/typst-worker.py", scripts_typst_worker_py, sizeof scripts_typst_worker_py},
    {"datasets/medical-coding-2025/areas.csv", datasets_medical_coding_2025_areas_csv, sizeof datasets_medical_coding_2025_areas_csv},
    {"datasets/medical-coding-2025/credential_costs.csv", datasets_medical_coding_2025_credential_costs_csv, sizeof datasets_medical_coding_2025_credential_costs_csv},
    {"datasets/medical-coding-2025/credentials.csv", datasets_medical_coding_2025_credentials_csv, sizeof datasets_medical_coding_2025_credentials_csv},
    {"datasets/medical-coding-2025/datapackage.json", datasets_medical_coding_2025_datapackage_json, sizeof datasets_medical_coding_2025_datapackage_json},
    {"datasets/medical-coding-2025/disagreements.csv", datasets_medical_coding_2025_disagreements_csv, sizeof datasets_medical_coding_2025_disagreements_csv},
    {"datasets/medical-coding-2025/drivers.csv", datasets_medical_coding_2025_drivers_csv, sizeof datasets_medical_coding_2025_drivers_csv},
    {"datasets/medical-coding-2025/employers.csv", datasets_medical_coding_2025_employers_csv, sizeof datasets_medical_coding_2025_employers_csv},
    {"datasets/medical-coding-2025/figures.csv", datasets_medical_coding_2025_figures_csv, sizeof datasets_medical_coding_2025_figures_csv},
    {"datasets/medical-coding-2025/industries.csv", datasets_medical_coding_2025_industries_csv, sizeof datasets_medical_coding_2025_industries_csv},
    {"datasets/medical-coding-2025/entry_requirements.csv", datasets_medical_coding_2025_entry_requirements_csv, sizeof datasets_medical_coding_2025_entry_requirements_csv},
    {"datasets/medical-coding-2025/links.csv", datasets_medical_coding_2025_links_csv, sizeof datasets_medical_coding_2025_links_csv},
    {"datasets/medical-coding-2025/occupations.csv", datasets_medical_coding_2025_occupations_csv, sizeof datasets_medical_coding_2025_occupations_csv},
    {"datasets/medical-coding-2025/pay.csv", datasets_medical_coding_2025_pay_csv, sizeof datasets_medical_coding_2025_pay_csv},
    {"datasets/medical-coding-2025/populations.csv", datasets_medical_coding_2025_populations_csv, sizeof datasets_medical_coding_2025_populations_csv},
    {"datasets/medical-coding-2025/price_parities.csv", datasets_medical_coding_2025_price_parities_csv, sizeof datasets_medical_coding_2025_price_parities_csv},
    {"datasets/medical-coding-2025/programs.csv", datasets_medical_coding_2025_programs_csv, sizeof datasets_medical_coding_2025_programs_csv},
    {"datasets/medical-coding-2025/rung_credentials.csv", datasets_medical_coding_2025_rung_credentials_csv, sizeof datasets_medical_coding_2025_rung_credentials_csv},
    {"datasets/medical-coding-2025/rungs.csv", datasets_medical_coding_2025_rungs_csv, sizeof datasets_medical_coding_2025_rungs_csv},
    {"datasets/medical-coding-2025/setting_credentials.csv", datasets_medical_coding_2025_setting_credentials_csv, sizeof datasets_medical_coding_2025_setting_credentials_csv},
    {"datasets/medical-coding-2025/setting_industries.csv", datasets_medical_coding_2025_setting_industries_csv, sizeof datasets_medical_coding_2025_setting_industries_csv},
    {"datasets/medical-coding-2025/settings.csv", datasets_medical_coding_2025_settings_csv, sizeof datasets_medical_coding_2025_settings_csv},
    {"datasets/medical-coding-2025/sources.csv", datasets_medical_coding_2025_sources_csv, sizeof datasets_medical_coding_2025_sources_csv},
    {"datasets/medical-coding-2025/specialization_credentials.csv", datasets_medical_coding_2025_specialization_credentials_csv, sizeof datasets_medical_coding_2025_specialization_credentials_csv},
    {"datasets/medical-coding-2025/specializations.csv", datasets_medical_coding_2025_specializations_csv, sizeof datasets_medical_coding_2025_specializations_csv},
    {"datasets/medical-coding-2025/start_steps.csv", datasets_medical_coding_2025_start_steps_csv, sizeof datasets_medical_coding_2025_start_steps_csv},
    {"datasets/medical-coding-2025/translations.csv", datasets_medical_coding_2025_translations_csv, sizeof datasets_medical_coding_2025_translations_csv},
    {"scripts/session.js", scripts_session_js, sizeof scripts_session_js},
    {"scripts/what-if.js", scripts_what_if_js, sizeof scripts_what_if_js},
    {"session/caseload.html.mustache", session_caseload_html_mustache, sizeof session_caseload_html_mustache},
    {"session/client.html.mustache", session_client_html_mustache, sizeof session_client_html_mustache},
    {"session/clients.html.mustache", session_clients_html_mustache, sizeof session_clients_html_mustache},
    {"session/data.html.mustache", session_data_html_mustache, sizeof session_data_html_mustache},
    {"session/icon.svg", session_icon_svg, sizeof session_icon_svg},
    {"session/open.js", session_open_js, sizeof session_open_js},
    {"session/pictures.html.mustache", session_pictures_html_mustache, sizeof session_pictures_html_mustache},
    {"session/message.html.mustache", session_message_html_mustache, sizeof session_message_html_mustache},
    {"session/present.html.mustache", session_present_html_mustache, sizeof session_present_html_mustache},
    {"session/session.css", session_session_css, sizeof session_session_css},
    {"session/session.js", session_session_js, sizeof session_session_js},
    {"session/shell.html.mustache", session_shell_html_mustache, sizeof session_shell_html_mustache},
    {"templates/brief/extra.css", templates_brief_extra_css, sizeof templates_brief_extra_css},
    {"templates/brief/template.yaml", templates_brief_template_yaml, sizeof templates_brief_template_yaml},
    {"templates/session/extra.css", templates_session_extra_css, sizeof templates_session_extra_css},
    {"templates/session/template.yaml", templates_session_template_yaml, sizeof templates_session_template_yaml},
    {"templates/standard/report.css", templates_standard_report_css, sizeof templates_standard_report_css},
    {"templates/standard/report.html.mustache", templates_standard_report_html_mustache, sizeof templates_standard_report_html_mustache},
    {"templates/standard/report.txt.mustache", templates_standard_report_txt_mustache, sizeof templates_standard_report_txt_mustache},
    {"templates/standard/report.typ", templates_standard_report_typ, sizeof templates_standard_report_typ},
    {"templates/standard/template.yaml", templates_standard_template_yaml, sizeof templates_standard_template_yaml},
    {"templates/standard-es/template.yaml", templates_standard_es_template_yaml, sizeof templates_standard_es_template_yaml},
    {"templates/brief-es/template.yaml", templates_brief_es_template_yaml, sizeof templates_brief_es_template_yaml},
    {"templates/brief-es/extra.css", templates_brief_extra_css, sizeof templates_brief_extra_css},
    {"templates/full/template.yaml", templates_full_template_yaml, sizeof templates_full_template_yaml},
    {"templates/full-es/template.yaml", templates_full_es_template_yaml, sizeof templates_full_es_template_yaml},
    {"templates/session-es/template.yaml", templates_session_es_template_yaml, sizeof templates_session_es_template_yaml},
    {"templates/session-es/extra.css", templates_session_extra_css, sizeof templates_session_extra_css},
};

size_t shipped_file_count(void) { return sizeof files / sizeof files[0]; }

const char *shipped_file_name(size_t index) { return files[index].name; }

const unsigned char *shipped_file_bytes(size_t index) { return files[index].bytes; }

size_t shipped_file_length(size_t index) { return files[index].length; }
