//! Arguments to command, one file per command; the only place that prints or exits.
//!
//! Exit codes: 0 clean, 1 findings in the content, 2 failure of the machine or of the arguments.

mod arguments;
mod build;
mod check;
mod clauses;
mod confirm;
mod docs;
mod format;
mod import;
mod new;
mod serve;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use format::{Format, show};

use crate::Failure;
use crate::diagnostic::json::Statements;
use crate::diagnostic::terminal;
use crate::language::{Language, Localized};
use crate::portal::{Grades, Portal};
use crate::scaffold::Refused;

const FINDINGS: u8 = 1;
const FAILURE: u8 = 2;

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let language = language(&arguments, |name| std::env::var(name).ok());
    let matches = match arguments::command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // Help and version are no errors: they go to standard output and exit 0.
            if !error.use_stderr() {
                let _ = error.print();
                return ExitCode::SUCCESS;
            }
            match language {
                Language::Vi => eprintln!("{}", arguments::mistake_in_vietnamese(&error)),
                Language::En => {
                    let _ = error.print();
                    if let Some(hint) = arguments::hint_in_english(&error) {
                        eprintln!("\nhint: {hint}");
                    }
                }
            }
            return ExitCode::from(FAILURE);
        }
    };
    match matches.subcommand() {
        Some(("build", matches)) => {
            build::run(&arguments::build(matches), arguments::format(matches), language)
        }
        Some(("check", matches)) => {
            check::run(&arguments::build(matches), arguments::format(matches), language)
        }
        Some(("serve", matches)) => serve::run(
            arguments::build(matches),
            arguments::port(matches),
            arguments::format(matches),
            language,
        ),
        Some(("confirm", matches)) => confirm::run(
            &arguments::build(matches),
            &arguments::plans(matches),
            arguments::format(matches),
            language,
        ),
        Some(("clauses", matches)) => clauses::run(&arguments::plan_folder(matches), language),
        Some(("import", matches)) => {
            let (content, asked) = arguments::import(matches);
            import::run(content, &asked, language)
        }
        Some(("docs", matches)) => docs::run(&arguments::docs(matches), language),
        Some(("new", matches)) => new::run(&arguments::new(matches), language),
        _ => unreachable!("clap knows no other command"),
    }
}

/// The user's language: `--lang`, else what the environment says; Vietnamese where it says nothing.
fn language(arguments: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Language {
    let words: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let named =
        words.iter().enumerate().find_map(|(index, word)| match word.strip_prefix("--lang") {
            Some("") => words.get(index + 1).map(|word| word.to_string()),
            Some(value) => value.strip_prefix('=').map(str::to_owned),
            None => None,
        });
    // A language that there is not is a mistake, told in the environment's own.
    let named = named.filter(|named| Language::ALL.iter().any(|language| language.code() == named));
    let locale = named.or_else(|| {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| environment(name).filter(|value| !value.is_empty()))
    });
    match locale.as_deref() {
        None | Some("C" | "POSIX") => Language::Vi,
        Some(locale) if locale.starts_with("vi") || locale.starts_with("C.") => Language::Vi,
        Some(_) => Language::En,
    }
}

/// Shows why a command failed, and says with which code to exit. Findings alone have a format: what
/// the world does is always told on standard error.
fn fail(failure: Failure, format: Format, language: Language) -> ExitCode {
    match failure {
        Failure::Findings(report) => {
            if let Err(code) = show(&report, None, format, language) {
                return code;
            }
            let count = terminal::count(&report, language);
            say(
                &Localized::text(
                    format!("{count}. Chưa dựng trang nào; trang đã công bố vẫn giữ nguyên."),
                    format!("{count}. Nothing was built; the published site stands as it was."),
                ),
                language,
            );
            ExitCode::from(FINDINGS)
        }
        Failure::World(message) => {
            say(&message, language);
            ExitCode::from(FAILURE)
        }
    }
}

fn say(message: &Localized, language: Language) {
    let _ = writeln!(std::io::stderr().lock(), "{}", message.get(language));
}

/// What stands in the way of making something.
fn refused(Refused(message): Refused, language: Language) -> ExitCode {
    say(
        &Localized::text(format!("lỗi: {}", message.vi), format!("error: {}", message.en)),
        language,
    );
    ExitCode::from(FAILURE)
}

fn statements(portal: &Portal) -> Statements {
    let Grades { proven, read_by_editor, aims, reported } = portal.grades();
    Statements {
        all: portal.statements.len(),
        proven,
        read_by_editor,
        aims,
        reported,
        in_vietnamese_alone: crate::in_vietnamese_alone(portal),
        uncertain: crate::uncertain(portal),
    }
}

/// What is added to a count of proven statements: how many are proven in Vietnamese alone, how many
/// by an uncertain reading, and what those are that are not counted as proven.
fn beside_the_proven(statements: Statements) -> Localized {
    let Statements {
        read_by_editor, aims, reported, in_vietnamese_alone: alone, uncertain, ..
    } = statements;
    let alone = (alone > 0).then(|| {
        Localized::text(
            format!("trong đó {alone} mục chỉ bằng tiếng Việt"),
            format!("{alone} of them in Vietnamese alone"),
        )
    });
    let uncertain = (uncertain > 0).then(|| {
        Localized::text(
            format!("trong đó {uncertain} mục đọc chưa chắc chắn"),
            format!("{uncertain} of them by an uncertain reading"),
        )
    });
    let read = (read_by_editor > 0).then(|| {
        Localized::text(
            format!("{read_by_editor} mục do người biên tập đọc"),
            format!("{read_by_editor} read by an editor"),
        )
    });
    let aims = match aims {
        0 => None,
        1 => Some(Localized::text(
            "1 mục định hướng, không cam kết",
            "1 is an aim without a commitment",
        )),
        _ => Some(Localized::text(
            format!("{aims} mục định hướng, không cam kết"),
            format!("{aims} are aims without a commitment"),
        )),
    };
    let reported = match reported {
        0 => None,
        1 => Some(Localized::text(
            "mục còn lại là kết quả báo cáo từ ngoài các kế hoạch",
            "the one left is a result reported outside the plans",
        )),
        left => Some(Localized::text(
            format!("{left} mục còn lại là kết quả báo cáo từ ngoài các kế hoạch"),
            format!("the {left} left are results reported outside the plans"),
        )),
    };
    let said: Vec<Localized> =
        [alone, uncertain, read, aims, reported].into_iter().flatten().collect();
    if said.is_empty() {
        return Localized::default();
    }
    Localized::from_fn(|language| {
        format!(
            " ({})",
            said.iter().map(|words| words.get(language).as_str()).collect::<Vec<_>>().join("; ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_of(arguments: &[&str], environment: &[(&str, &str)]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        language(&arguments, |name| {
            environment
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_is_not_proven_is_said_to_be_reported() {
        let none = Statements {
            all: 9,
            proven: 9,
            read_by_editor: 0,
            aims: 0,
            reported: 0,
            in_vietnamese_alone: 0,
            uncertain: 0,
        };
        let said = |statements| beside_the_proven(statements).en;
        assert_eq!(said(none), "");
        assert_eq!(
            said(Statements { reported: 1, uncertain: 1, ..none }),
            " (1 of them by an uncertain reading; the one left is a result reported outside the \
             plans)"
        );
        assert_eq!(
            said(Statements { reported: 2, in_vietnamese_alone: 3, ..none }),
            " (3 of them in Vietnamese alone; the 2 left are results reported outside the plans)"
        );
        assert_eq!(
            said(Statements { read_by_editor: 2, aims: 1, ..none }),
            " (2 read by an editor; 1 is an aim without a commitment)"
        );
    }

    #[test]
    fn the_language_is_asked_for_or_found_in_the_environment() {
        assert_eq!(language_of(&["minhbach", "build"], &[]), Language::Vi);
        assert_eq!(language_of(&["minhbach"], &[("LANG", "C.UTF-8")]), Language::Vi);
        assert_eq!(language_of(&["minhbach"], &[("LANG", "en_GB.UTF-8")]), Language::En);
        assert_eq!(
            language_of(&["minhbach"], &[("LC_ALL", "vi_VN.UTF-8"), ("LANG", "en_GB.UTF-8")]),
            Language::Vi
        );
        assert_eq!(
            language_of(&["minhbach", "--lang", "vi", "build"], &[("LANG", "en_GB.UTF-8")]),
            Language::Vi
        );
        assert_eq!(language_of(&["minhbach", "build", "--lang=en"], &[]), Language::En);
        assert_eq!(
            language_of(&["minhbach", "build", "--lang=fr"], &[("LANG", "vi_VN.UTF-8")]),
            Language::Vi
        );
    }
}
