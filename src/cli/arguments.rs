//! The command line: what it takes, and its help in both languages.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::BuildOptions;
use crate::assemble::Overrides;
use crate::language::{Language, date::Date};

/// The whole command line in the user's language.
pub fn command(language: Language) -> Command {
    let word = |vi: &'static str, en: &'static str| match language {
        Language::Vi => vi,
        Language::En => en,
    };
    // The parts that clap would say in English are said here.
    let usage = |name: &str, rest: &str| format!("minhbach {name} {}{rest}", word("[TÙY CHỌN]", "[OPTIONS]"));
    let template = word("{about}\n\nCách dùng: {usage}\n\n{all-args}\n", "{about}\n\nUsage: {usage}\n\n{all-args}\n");
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
                    .help(word("ngôn ngữ của thông báo (mặc định theo máy)", "the language of messages (default: the environment's)"))
                    .help_heading(word("Tùy chọn", "Options")),
            )
    };
    let option = |name: &'static str, value: &'static str, parser: ValueParser, vi: &'static str, en: &'static str| {
        Arg::new(name).long(name).value_name(value).value_parser(parser).help(word(vi, en)).help_heading(word("Tùy chọn", "Options"))
    };
    let input = |command: Command| {
        styled(command)
            .arg(
                option("content", "DIR", value_parser!(PathBuf), "thư mục nội dung [content]", "the content folder [content]")
                    .default_value("content")
                    .hide_default_value(true),
            )
            .arg(option(
                "as-of",
                "DATE",
                ValueParser::new(day),
                "ngày tính tình trạng, năm-tháng-ngày (mặc định theo portal.yaml)",
                "the day that statuses are computed for, year-month-day (default: portal.yaml's)",
            ))
            .arg(option("jobs", "N", value_parser!(u16).range(1..=1024).into(), "số luồng (mặc định: mọi nhân)", "how many threads (default: all cores)"))
    };
    let output = |command: Command| {
        input(command)
            .arg(option(
                "theme",
                "DIR",
                value_parser!(PathBuf),
                "thư mục giao diện, thay cho từng tệp của giao diện có sẵn",
                "a theme folder, whose files stand in for the built-in theme's",
            ))
            .arg(
                option("out", "DIR", value_parser!(PathBuf), "thư mục kết quả [site]", "the output folder [site]")
                    .default_value("site")
                    .hide_default_value(true),
            )
            .arg(option(
                "site-url",
                "URL",
                ValueParser::new(web_address),
                "địa chỉ sẽ đăng trang (thay cho portal.yaml)",
                "where the site will stand (instead of portal.yaml's)",
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
                "minhbach dựng cổng minh bạch kế hoạch: mọi con số đều được chứng minh là có trong điều khoản mà nó dẫn.",
                "minhbach builds transparency portals: every number is proven to stand in the clause that it cites.",
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
    .subcommand(output(
        Command::new("build")
            .override_usage(usage("build", ""))
            .about(word("kiểm tra nội dung và dựng trang vào thư mục site", "check the content and build the site")),
    ))
    .subcommand(input(
        Command::new("check")
            .override_usage(usage("check", ""))
            .about(word("chỉ kiểm tra nội dung: mọi lỗi trong một lần chạy", "only check the content: every mistake in one run")),
    ))
    .subcommand(
        output(
            Command::new("serve")
                .override_usage(usage("serve", ""))
                .about(word("dựng trang rồi mở thử trên máy này", "build the site and look at it on this machine")),
        )
        .arg(option("port", "N", value_parser!(u16).into(), "cổng mạng [8000]", "the port [8000]").default_value("8000").hide_default_value(true)),
    )
    .subcommand(
        styled(Command::new("clauses").override_usage(usage("clauses", " <DIR>")).about(word(
            "liệt kê mã neo từng đoạn của một kế hoạch, để dẫn trong targets.yaml",
            "list the anchor of every piece of a plan's text, to cite in targets.yaml",
        )))
        .arg(Arg::new("plan").required(true).value_name("DIR").value_parser(value_parser!(PathBuf)).help(word("thư mục của kế hoạch", "the plan's folder"))),
    )
}

/// What `build`, `check` and `serve` were asked for.
pub fn build(matches: &ArgMatches) -> BuildOptions {
    let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
    BuildOptions {
        content: path("content").expect("it has a default"),
        theme: path("theme"),
        out: path("out").unwrap_or_else(|| PathBuf::from("site")),
        overrides: Overrides { as_of: matches.get_one::<Date>("as-of").copied(), site_url: matches.try_get_one::<String>("site-url").ok().flatten().cloned() },
        jobs: matches.get_one::<u16>("jobs").map(|&jobs| usize::from(jobs)),
        timings: matches.try_get_one::<bool>("timings").ok().flatten().copied().unwrap_or(false),
    }
}

/// What is wrong with the arguments, for a user who reads Vietnamese; clap itself speaks English only.
pub fn mistake_in_vietnamese(error: &clap::Error) -> String {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let (argument, value, command) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue), said(ContextKind::InvalidSubcommand));
    let wrong = match error.kind() {
        ErrorKind::InvalidSubcommand => format!("không có lệnh `{command}`"),
        ErrorKind::UnknownArgument => format!("không có tùy chọn `{argument}`"),
        ErrorKind::MissingRequiredArgument => format!("thiếu {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => format!("thiếu giá trị cho {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map_or_else(String::new, |reason| format!(": {}", in_vietnamese(&reason.to_string())));
            format!("{argument} không nhận giá trị `{value}`{reason}")
        }
        // Whole pages of help come this way when no command is given.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => return error.to_string(),
        _ => error.to_string(),
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

pub fn port(matches: &ArgMatches) -> u16 {
    *matches.get_one::<u16>("port").expect("it has a default")
}

pub fn plan_folder(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("plan").expect("it is required").clone()
}

/// A day; `today` only when it is typed.
fn day(text: &str) -> Result<Date, String> {
    if text == "today" {
        let today = jiff::Zoned::now().date();
        return Date::new(today.year(), today.month(), today.day()).ok_or_else(|| "?".to_owned());
    }
    Date::parse(text)
        .filter(|date| date.day.is_some())
        .ok_or_else(|| "không phải là ngày; viết như 2026-11-22 / not a day; write it like 2026-11-22".to_owned())
}

fn web_address(text: &str) -> Result<String, String> {
    let whole = ["https://", "http://"].iter().any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    if whole && !text.contains(char::is_whitespace) {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err("viết địa chỉ đầy đủ, như https://langson.gov.vn/minh-bach / write the whole address, like https://langson.gov.vn/minh-bach".to_owned())
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
        let told = |arguments: &[&str]| mistake_in_vietnamese(&command(Language::Vi).try_get_matches_from(arguments).expect_err("a mistake"));
        assert!(told(&["minhbach", "dung"]).starts_with("lỗi: không có lệnh `dung`\n"));
        assert!(told(&["minhbach", "build", "--oui", "x"]).starts_with("lỗi: không có tùy chọn `--oui`\n"));
        assert!(told(&["minhbach", "build", "--as-of", "22/11/2026"]).starts_with("lỗi: --as-of <DATE> không nhận giá trị `22/11/2026`: không phải là ngày"));
        assert!(told(&["minhbach", "clauses"]).starts_with("lỗi: thiếu <DIR>"));
        assert!(told(&["minhbach", "build", "--jobs", "0"]).contains(": hãy viết một số từ 1 đến 1024\n"));
        assert!(told(&["minhbach", "serve", "--port", "x"]).contains(": hãy viết một số\n"));
    }

    #[test]
    fn the_help_has_no_english_in_vietnamese() {
        for arguments in
            [&["minhbach", "--help"][..], &["minhbach", "build", "--help"], &["minhbach", "check", "--help"], &["minhbach", "clauses", "--help"], &["minhbach"]]
        {
            let help = command(Language::Vi).try_get_matches_from(arguments).expect_err("help").to_string();
            for english in ["OPTIONS", "COMMAND", "Usage", "Options", "possible values", "default"] {
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
            ])
            .expect("arguments");
        let options = build(matches.subcommand_matches("build").expect("build"));
        assert_eq!((options.content, options.out, options.jobs, options.timings), (PathBuf::from("c"), PathBuf::from("o"), Some(3), true));
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
