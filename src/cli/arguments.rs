//! The command line: what it takes, and its help in both languages.

mod import;
mod new;

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

pub use import::import;
pub use new::{New, new};

use super::docs::Asked;
use super::format::Format;
use crate::BuildOptions;
use crate::assemble::Overrides;
use crate::language::{Language, Localized, date::Date};

/// The content folder where none is said.
pub const CONTENT: &str = "content";

/// The whole command line in the user's language.
pub fn command(language: Language) -> Command {
    let word = |vi: &'static str, en: &'static str| match language {
        Language::Vi => vi,
        Language::En => en,
    };
    // The parts that clap would say in English are said here.
    let usage = |name: &str, rest: &str| {
        format!("minhbach {name} {}{rest}", word("[TÙY CHỌN]", "[OPTIONS]"))
    };
    let template = word(
        "{about}\n\nCách dùng: {usage}\n\n{all-args}\n",
        "{about}\n\nUsage: {usage}\n\n{all-args}\n",
    );
    let styled = |command: Command| {
        command
            .help_template(template)
            .disable_help_flag(true)
            .arg(
                Arg::new("help")
                    .long("help")
                    .short('h')
                    .action(ArgAction::Help)
                    .help(word("hiện hướng dẫn này", "show this help"))
                    .help_heading(word("Tùy chọn", "Options")),
            )
            .arg(
                Arg::new("lang")
                    .long("lang")
                    .value_name("vi|en")
                    .value_parser(["vi", "en"])
                    .hide_possible_values(true)
                    .help(word(
                        "ngôn ngữ của thông báo (mặc định theo máy)",
                        "the language of messages (default: the environment's)",
                    ))
                    .help_heading(word("Tùy chọn", "Options")),
            )
    };
    let option = |name: &'static str,
                  value: &'static str,
                  parser: ValueParser,
                  vi: &'static str,
                  en: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .value_parser(parser)
            .help(word(vi, en))
            .help_heading(word("Tùy chọn", "Options"))
    };
    let content = || {
        option(
            "content",
            "DIR",
            value_parser!(PathBuf),
            "thư mục nội dung [content]",
            "the content folder [content]",
        )
        .default_value(CONTENT)
        .hide_default_value(true)
    };
    let input = |command: Command| {
        styled(command)
            .arg(content())
            .arg(option(
                "as-of",
                "DATE",
                ValueParser::new(move |text: &str| day(text, language)),
                "ngày tính tình trạng, năm-tháng-ngày (mặc định theo portal.yaml)",
                "the day that statuses are computed for, year-month-day (default: portal.yaml's)",
            ))
            .arg(option(
                "jobs",
                "N",
                value_parser!(u16).range(1..=1024).into(),
                "số luồng (mặc định: mọi nhân)",
                "how many threads (default: all cores)",
            ))
            .arg(
                Arg::new("format")
                    .long("format")
                    .value_name("text|json|github|sarif")
                    .value_parser(Format::ALL.map(Format::name))
                    .hide_possible_values(true)
                    .default_value(Format::Text.name())
                    .hide_default_value(true)
                    .help(word(
                        "cách hiện lỗi và cảnh báo: text cho người đọc; json, github (GitHub \
                         Actions), sarif cho máy, in ra đầu ra chuẩn [text]",
                        "how findings are shown: text for people; json, github (GitHub Actions) \
                         and sarif for programs, on standard output [text]",
                    ))
                    .help_heading(word("Tùy chọn", "Options")),
            )
    };
    let pages = |command: Command| {
        input(command)
            .arg(option(
                "theme",
                "DIR",
                value_parser!(PathBuf),
                "thư mục giao diện, thay cho từng tệp của giao diện có sẵn",
                "a theme folder, whose files stand in for the built-in theme's",
            ))
            .arg(option(
                "site-url",
                "URL",
                ValueParser::new(move |text: &str| web_address(text, language)),
                "địa chỉ sẽ đăng trang (thay cho portal.yaml)",
                "where the site will stand (instead of portal.yaml's)",
            ))
            .arg(
                Arg::new("no-png")
                    .long("no-png")
                    .action(ArgAction::SetTrue)
                    .help(word(
                        "không vẽ ảnh PNG (dựng nháp cho nhanh)",
                        "make no PNG pictures (a quick draft)",
                    ))
                    .help_heading(word("Tùy chọn", "Options")),
            )
    };
    let output = |command: Command| {
        pages(command)
            .arg(
                option(
                    "out",
                    "DIR",
                    value_parser!(PathBuf),
                    "thư mục kết quả [site]",
                    "the output folder [site]",
                )
                .default_value("site")
                .hide_default_value(true),
            )
            .arg(option(
                "cache",
                "DIR",
                value_parser!(PathBuf),
                "nơi giữ ảnh đã vẽ cho lần dựng sau [.site.minhbach-cache, cạnh thư mục kết quả]",
                "where pictures are kept for the next build [.site.minhbach-cache, beside the \
                 output folder]",
            ))
            .arg(
                Arg::new("timings")
                    .long("timings")
                    .action(ArgAction::SetTrue)
                    .help(word("hiện thời gian từng công đoạn", "show how long each stage took"))
                    .help_heading(word("Tùy chọn", "Options")),
            )
    };
    styled(
        Command::new("minhbach")
            .version(env!("CARGO_PKG_VERSION"))
            .disable_version_flag(true)
            .about(word(
                "minhbach dựng cổng minh bạch kế hoạch: mọi con số đều được chứng minh là có \
                 trong điều khoản mà nó dẫn.",
                "minhbach builds transparency portals: every number is proven to stand in the \
                 clause that it cites.",
            ))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .override_usage(word("minhbach <LỆNH> [TÙY CHỌN]", "minhbach <COMMAND> [OPTIONS]"))
            .disable_help_subcommand(true)
            .subcommand_value_name(word("LỆNH", "COMMAND"))
            .subcommand_help_heading(word("Lệnh", "Commands")),
    )
    .arg(
        Arg::new("version")
            .long("version")
            .short('V')
            .action(ArgAction::Version)
            .help(word("hiện phiên bản", "show the version"))
            .help_heading(word("Tùy chọn", "Options")),
    )
    .subcommand(new::command(language, &styled, &content()))
    .subcommand(styled(import::command(language, &content())))
    .subcommand(output(
        Command::new("build")
            .override_usage(usage("build", ""))
            .about(word(
"kiểm tra nội dung và dựng trang vào thư mục site",
"check the content and build the site",
)),
    ))
    .subcommand(input(
        Command::new("check")
            .override_usage(usage("check", ""))
            .about(word(
"chỉ kiểm tra nội dung: mọi lỗi trong một lần chạy",
"only check the content: every mistake in one run",
)),
    ))
    .subcommand(
        pages(Command::new("serve").override_usage(usage("serve", "")).about(word(
            "xem cổng trên máy này trong lúc viết: sửa xong, tải lại trang là thấy",
            "look at the portal on this machine while writing: an edit shows when the page is \
             loaded again",
        )))
        .arg(
option("port", "N", value_parser!(u16).into(), "cổng mạng [8000]", "the port [8000]")
.default_value("8000")
.hide_default_value(true),
),
    )
    .subcommand(input(
        Command::new("confirm")
            .override_usage(usage("confirm", word(" [KẾ HOẠCH]...", " [PLAN]...")))
            .about(word(
                "xác nhận bản tiếng Anh đã được đối chiếu với bản tiếng Việt hiện nay",
                "confirm that the English was checked against the Vietnamese as it stands",
            ))
            .arg(Arg::new("plans")
.num_args(0..)
.value_name(word("KẾ HOẠCH", "PLAN"))
.help_heading(word("Đối số", "Arguments"))
.help(word(
                "như lang-son/243-2025, hoặc thư mục của kế hoạch; không ghi là mọi kế hoạch",
                "such as lang-son/243-2025, or the plan's folder; all plans if not said",
            ))),
    ))
    .subcommand(styled(
        Command::new("clauses")
            .override_usage(usage("clauses", " <DIR>"))
            .about(word(
                "liệt kê mã neo từng đoạn của một kế hoạch, để dẫn trong targets.yaml",
                "list the anchor of every piece of a plan's text, to cite in targets.yaml",
            ))
            .arg(
                Arg::new("plan")
                    .required(true)
                    .value_name("DIR")
                    .value_parser(value_parser!(PathBuf))
                    .help_heading(word("Đối số", "Arguments"))
                    .help(word("thư mục của kế hoạch", "the plan's folder")),
            ),
    ))
    .subcommand(styled(
        Command::new("docs")
            .override_usage(usage("docs", word(" [TRANG]", " [PAGE]")))
            .about(word(
                "mở hướng dẫn có sẵn trong chương trình, không cần mạng; in ra địa chỉ của trang",
                "write out the documentation that is in the program, and print the page's address",
            ))
            .arg(
                Arg::new("page")
                    .value_name(word("TRANG", "PAGE"))
                    .help_heading(word("Đối số", "Arguments"))
                    .help(word(
                        "như host hoặc diagnostics#goal-differs; không ghi là mục lục",
                        "such as host or diagnostics#goal-differs; the contents if not said",
                    )),
            )
            .arg(option(
                "out",
                "DIR",
                value_parser!(PathBuf),
                "thư mục ghi các trang (mặc định: bộ nhớ đệm của người dùng)",
                "the folder for the pages (default: in the user's cache)",
            ))
            .arg(
                Arg::new("open")
                    .long("open")
                    .action(ArgAction::SetTrue)
                    .help(word("mở trang bằng trình duyệt", "open the page in the browser"))
                    .help_heading(word("Tùy chọn", "Options")),
            ),
    ))
}

/// What `build`, `check` and `serve` were asked for.
pub fn build(matches: &ArgMatches) -> BuildOptions {
    let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
    let flag =
        |name: &str| matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
    BuildOptions {
        content: path("content").expect("it has a default"),
        theme: path("theme"),
        out: path("out").unwrap_or_else(|| PathBuf::from("site")),
        cache: path("cache"),
        overrides: Overrides {
            as_of: matches.get_one::<Date>("as-of").copied(),
            site_url: matches.try_get_one::<String>("site-url").ok().flatten().cloned(),
            no_png: flag("no-png"),
        },
        jobs: matches.get_one::<u16>("jobs").map(|&jobs| usize::from(jobs)),
        timings: flag("timings"),
    }
}

/// What is said of `new place Đà Nẵng`.
const SPACES_IN_NAMES: Localized<&str> = Localized {
    vi: "tên có dấu cách thì đặt trong ngoặc kép, ví dụ \"Đà Nẵng\"",
    en: "a name with spaces stands in quotes, such as \"Đà Nẵng\"",
};

fn is_of_new(error: &clap::Error) -> bool {
    matches!(error.get(ContextKind::Usage), Some(ContextValue::StyledStr(usage)) if usage.to_string().contains("minhbach new"))
}

/// What clap does not say of a mistake in English.
pub fn hint_in_english(error: &clap::Error) -> Option<&'static str> {
    let is_word = matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(argument)) if !argument.starts_with('-'));
    (error.kind() == ErrorKind::UnknownArgument && is_word && is_of_new(error))
        .then_some(SPACES_IN_NAMES.en)
}

/// What is wrong with the arguments, for a user who reads Vietnamese; clap itself speaks English
/// only.
pub fn mistake_in_vietnamese(error: &clap::Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let meant = |kind| match said(kind) {
        close if close.is_empty() => String::new(),
        close => format!("; có phải ý bạn là `{close}`?"),
    };
    let wrong = match error.kind() {
        // Whole pages of help come this way when no command is given.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.to_string(),
        ErrorKind::MissingSubcommand => {
            format!("thiếu lệnh; các lệnh: {}", said(ContextKind::ValidSubcommand))
        }
        ErrorKind::InvalidSubcommand => format!(
            "không có lệnh `{}`{}",
            said(ContextKind::InvalidSubcommand),
            meant(ContextKind::SuggestedSubcommand)
        ),
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("không có tùy chọn `{argument}`{}", meant(ContextKind::SuggestedArg))
        }
        ErrorKind::UnknownArgument if is_of_new(error) => {
            format!("thừa `{argument}`; {}", SPACES_IN_NAMES.vi)
        }
        ErrorKind::UnknownArgument => format!("thừa `{argument}`: lệnh này không nhận thêm gì"),
        ErrorKind::MissingRequiredArgument => format!("thiếu {argument}"),
        ErrorKind::ArgumentConflict => format!("{argument} chỉ được ghi một lần"),
        ErrorKind::TooManyValues => format!("{argument} không đi kèm giá trị, ở đây có `{value}`"),
        ErrorKind::InvalidUtf8 => "có đối số không phải là văn bản UTF-8".to_owned(),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("thiếu giá trị cho {argument}")
        }
        ErrorKind::InvalidValue => format!(
            "{argument} không nhận giá trị `{value}`; các giá trị: {}",
            said(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map_or_else(String::new, |reason| {
                format!(": {}", in_vietnamese(&reason.to_string()))
            });
            format!("{argument} không nhận giá trị `{value}`{reason}")
        }
        _ => "không đọc được các đối số".to_owned(),
    };
    format!("lỗi: {wrong}\n\nXem hướng dẫn: minhbach --help, hoặc minhbach <lệnh> --help")
}

/// Why a value is refused. clap says in English only which numbers an option takes.
fn in_vietnamese(reason: &str) -> String {
    match reason.split_once(" is not in ") {
        Some((_, range)) => match range.split_once("..=") {
            Some((least, most)) => format!("hãy viết một số từ {least} đến {most}"),
            None => format!("hãy viết một số trong khoảng {range}"),
        },
        None if reason.contains("invalid digit") => "hãy viết một số".to_owned(),
        None => reason.to_owned(),
    }
}

pub fn format(matches: &ArgMatches) -> Format {
    let name = matches.get_one::<String>("format").expect("it has a default");
    Format::ALL.into_iter().find(|format| format.name() == name).expect("clap takes no other")
}

pub fn port(matches: &ArgMatches) -> u16 {
    *matches.get_one::<u16>("port").expect("it has a default")
}

/// The plans that are named, if any are.
pub fn plans(matches: &ArgMatches) -> Vec<String> {
    matches.get_many::<String>("plans").unwrap_or_default().cloned().collect()
}

pub fn plan_folder(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("plan").expect("it is required").clone()
}

/// What `docs` was asked for.
pub fn docs(matches: &ArgMatches) -> Asked {
    Asked {
        topic: matches.get_one::<String>("page").cloned(),
        out: matches.get_one::<PathBuf>("out").cloned(),
        open: matches.get_flag("open"),
    }
}

/// A day; `today` only when it is typed.
fn day(text: &str, language: Language) -> Result<Date, String> {
    if text == "today" {
        let today = jiff::Zoned::now().date();
        return Date::new(today.year(), today.month(), today.day()).ok_or_else(|| "?".to_owned());
    }
    Date::parse(text).filter(|date| date.day.is_some()).ok_or_else(|| {
        Localized::new(
            "không phải là ngày; viết như 2026-11-22",
            "not a day; write it like 2026-11-22",
        )
        .get(language)
        .to_string()
    })
}

fn web_address(text: &str, language: Language) -> Result<String, String> {
    let whole = ["https://", "http://"]
        .iter()
        .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    if whole && !text.contains(char::is_whitespace) {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        let example = "https://langson.gov.vn/minh-bach";
        Err(Localized::text(
            format!("viết địa chỉ đầy đủ, như {example}"),
            format!("write the whole address, like {example}"),
        )
        .get(language)
        .clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for language in Language::ALL {
            command(language).debug_assert();
        }
    }

    #[test]
    fn mistakes_in_the_arguments_are_told_in_vietnamese() {
        let told = |arguments: &[&str]| {
            mistake_in_vietnamese(
                &command(Language::Vi).try_get_matches_from(arguments).expect_err("a mistake"),
            )
        };
        assert!(told(&["minhbach", "dung"]).starts_with("lỗi: không có lệnh `dung`\n"));
        assert!(
            told(&["minhbach", "build", "--oui", "x"])
                .starts_with("lỗi: không có tùy chọn `--oui`; có phải ý bạn là `--out`?\n")
        );
        assert!(told(&["minhbach", "build", "--as-of", "22/11/2026"]).starts_with(
            "lỗi: --as-of <DATE> không nhận giá trị `22/11/2026`: không phải là ngày"
        ));
        assert!(told(&["minhbach", "clauses"]).starts_with("lỗi: thiếu <DIR>"));
        assert!(
            told(&["minhbach", "build", "--jobs", "0"])
                .contains(": hãy viết một số từ 1 đến 1024\n")
        );
        assert!(told(&["minhbach", "serve", "--port", "x"]).contains(": hãy viết một số\n"));
        for (arguments, wrong) in [
            (
                &["--lang", "vi"][..],
                "thiếu lệnh; các lệnh: new, import, build, check, serve, confirm, clauses, docs",
            ),
            (&["biuld"], "không có lệnh `biuld`; có phải ý bạn là `build`?"),
            (
                &["build", "--contnet", "x"],
                "không có tùy chọn `--contnet`; có phải ý bạn là `--content`?",
            ),
            (&["build", "them"], "thừa `them`: lệnh này không nhận thêm gì"),
            (
                &["new", "place", "Đà", "Nẵng"],
                "thừa `Nẵng`; tên có dấu cách thì đặt trong ngoặc kép, ví dụ \"Đà Nẵng\"",
            ),
            (&["build", "--out", "a", "--out", "b"], "--out <DIR> chỉ được ghi một lần"),
            (&["build", "--no-png=x"], "--no-png không đi kèm giá trị, ở đây có `x`"),
            (
                &["build", "--lang", "fr"],
                "--lang <vi|en> không nhận giá trị `fr`; các giá trị: vi, en",
            ),
            (
                &["check", "--format", "xml"],
                "--format <text|json|github|sarif> không nhận giá trị `xml`; các giá trị: text, \
                 json, github, sarif",
            ),
            (&["build", "--lang"], "thiếu giá trị cho --lang <vi|en>"),
            (
                &["build", "--site-url", "a.vn"],
                "--site-url <URL> không nhận giá trị `a.vn`: viết địa chỉ đầy đủ, như \
                 https://langson.gov.vn/minh-bach",
            ),
        ] {
            let typed = [&["minhbach"], arguments].concat();
            assert_eq!(
                told(&typed),
                format!(
                    "lỗi: {wrong}\n\nXem hướng dẫn: minhbach --help, hoặc minhbach <lệnh> --help"
                )
            );
        }
    }

    #[test]
    fn a_name_without_quotes_is_told_in_english_too() {
        let hint = |arguments: &[&str]| {
            hint_in_english(
                &command(Language::En).try_get_matches_from(arguments).expect_err("a mistake"),
            )
        };
        assert_eq!(
            hint(&["minhbach", "new", "place", "Đà", "Nẵng"]),
            Some("a name with spaces stands in quotes, such as \"Đà Nẵng\"")
        );
        assert_eq!(
            (
                hint(&["minhbach", "new", "place", "Huế", "--inn"]),
                hint(&["minhbach", "build", "x"])
            ),
            (None, None)
        );
    }

    #[test]
    fn the_help_has_no_english_in_vietnamese() {
        let of_kinds = ["portal", "place", "plan", "page"].map(|kind| vec!["new", kind]);
        let of_commands = ["new", "build", "check", "serve", "confirm", "clauses", "docs"]
            .map(|command| vec![command]);
        for named in of_kinds.into_iter().chain(of_commands).chain([vec![]]) {
            let arguments: Vec<&str> =
                ["minhbach"].into_iter().chain(named).chain(["--help"]).collect();
            let help = command(Language::Vi)
                .try_get_matches_from(arguments)
                .expect_err("help")
                .to_string();
            for english in [
                "OPTIONS",
                "COMMAND",
                "Usage",
                "Options",
                "Arguments",
                "possible values",
                "default",
            ] {
                assert!(!help.contains(english), "{english} in {help}");
            }
        }
    }

    #[test]
    fn build_takes_what_the_help_says() {
        let matches = command(Language::En)
            .try_get_matches_from([
                "minhbach",
                "build",
                "--content",
                "c",
                "--out",
                "o",
                "--site-url",
                "https://a.vn/x/",
                "--as-of",
                "2026-11-22",
                "--jobs",
                "3",
                "--timings",
                "--no-png",
                "--cache",
                "k",
                "--format",
                "sarif",
            ])
            .expect("arguments");
        let matches = matches.subcommand_matches("build").expect("build");
        assert_eq!(format(matches), Format::Sarif);
        let options = build(matches);
        assert_eq!(
            (options.content, options.out, options.jobs, options.timings),
            (PathBuf::from("c"), PathBuf::from("o"), Some(3), true)
        );
        assert_eq!((options.cache, options.overrides.no_png), (Some(PathBuf::from("k")), true));
        assert_eq!(options.overrides.site_url.as_deref(), Some("https://a.vn/x"));
        assert_eq!(options.overrides.as_of, Date::new(2026, 11, 22));
        for wrong in [
            &["minhbach", "build", "--as-of", "22/11/2026"][..],
            &["minhbach", "build", "--site-url", "a.vn"],
            &["minhbach", "build", "--jobs", "0"],
            &["minhbach"],
            &["minhbach", "clauses"],
        ] {
            assert!(command(Language::En).try_get_matches_from(wrong).is_err(), "{wrong:?}");
        }
    }
}
