//! What `new` takes: a kind of thing to make, and what is known of it.

use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::language::{Language, Localized, date::Date};
use crate::scaffold::{NewPlace, NewPlan, PLACE_KINDS, kind_of_code};

/// What `new` was asked for.
pub enum New<'typed> {
    Portal { folder: &'typed Path },
    Place { content: &'typed Path, place: NewPlace<'typed> },
    Plan { content: &'typed Path, plan: NewPlan<'typed> },
    Page { content: &'typed Path, page: &'typed str, title: Option<&'typed str> },
}

pub fn new(matches: &ArgMatches) -> New<'_> {
    let (kind, matches) = matches.subcommand().expect("clap asks for one");
    let said = |name: &str| matches.try_get_one::<String>(name).ok().flatten().map(String::as_str);
    let path = |name: &str| {
        matches.get_one::<PathBuf>(name).expect("it is required or has a default").as_path()
    };
    let required = |name: &str| said(name).expect("it is required");
    match kind {
        "portal" => New::Portal { folder: path("folder") },
        "place" => New::Place {
            content: path("content"),
            place: NewPlace {
                name: required("name"),
                english: said("en"),
                kind: said("kind").map(|code| kind_of_code(code).expect("clap takes no other")),
                province: said("in"),
                slug: said("slug"),
            },
        },
        "plan" => New::Plan {
            content: path("content"),
            plan: NewPlan {
                place: required("place"),
                number: said("number"),
                date: *matches.get_one::<Date>("date").expect("it is required"),
                title: said("title"),
                draft: matches.get_flag("draft"),
                slug: said("slug"),
            },
        },
        "page" => {
            New::Page { content: path("content"), page: required("page"), title: said("title") }
        }
        _ => unreachable!("clap knows no other kind"),
    }
}

/// The command with its kinds. `styled` gives each its help and `--lang`.
pub fn command(language: Language, styled: &dyn Fn(Command) -> Command, content: &Arg) -> Command {
    let words = Words { language };
    let kinds = [portal(words), place(words), plan(words), page(words)];
    let new = Command::new("new")
        .about(words.say(
            "tạo cổng, địa phương, kế hoạch hoặc trang mới từ mẫu; không bao giờ ghi đè",
            "make a new portal, place, plan or page from a model; nothing is ever written over",
        ))
        .override_usage(
            words.say("minhbach new <LOẠI> [TÙY CHỌN]", "minhbach new <KIND> [OPTIONS]"),
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_value_name(words.say("LOẠI", "KIND"))
        .subcommand_help_heading(words.say("Loại", "Kinds"));
    kinds.into_iter().fold(styled(new), |new, kind| {
        let in_content = kind.get_name() != "portal";
        let kind = styled(kind);
        new.subcommand(if in_content { kind.arg(content) } else { kind })
    })
}

fn portal(words: Words) -> Command {
    words
        .kind(
            "portal",
            ["portal <DIR>"; 2],
            [
                "một cổng mẫu dựng được ngay, có chú thích trong từng tệp",
                "a small portal that can be built at once, with comments in its files",
            ],
        )
        .arg(
            words
                .argument(
                    "folder",
                    ["DIR"; 2],
                    ["thư mục của cổng, ví dụ cong-moi", "the portal's folder, such as my-portal"],
                )
                .value_parser(value_parser!(PathBuf)),
        )
}

fn place(words: Words) -> Command {
    words
        .kind(
            "place",
            ["place <TÊN>", "place <NAME>"],
            ["một tỉnh, hoặc một xã, phường của tỉnh", "a province, or a commune or ward of one"],
        )
        .arg(words.argument(
            "name",
            ["TÊN", "NAME"],
            [
                "tên tiếng Việt, ví dụ \"Lạng Sơn\" hoặc \"Xã Bằng Mạc\"",
                "its Vietnamese name, such as \"Lạng Sơn\" or \"Xã Bằng Mạc\"",
            ],
        ))
        .arg(words.option(
            "in",
            ["TỈNH", "PROVINCE"],
            [
                "tỉnh mà xã, phường hay đặc khu này thuộc về, ví dụ lang-son",
                "the province that a commune, ward or special zone lies in, such as lang-son",
            ],
        ))
        .arg(
            words
                .option(
                    "kind",
                    ["KIND"; 2],
                    [
                        "province, city, commune, ward hoặc special_zone (mặc định theo tên và \
                         --in)",
                        "province, city, commune, ward or special_zone (default: by the name \
                         and --in)",
                    ],
                )
                .value_parser(PLACE_KINDS)
                .hide_possible_values(true),
        )
        .arg(words.option(
            "en",
            ["TÊN", "NAME"],
            [
                "tên tiếng Anh (mặc định: tên tiếng Việt bỏ dấu)",
                "its English name (default: the Vietnamese without its marks)",
            ],
        ))
        .arg(words.option(
            "slug",
            ["SLUG"; 2],
            [
                "mã trong địa chỉ trang (mặc định theo tên: lang-son)",
                "its part of web addresses (default: by its name, lang-son)",
            ],
        ))
}

fn plan(words: Words) -> Command {
    let language = words.language;
    words
        .kind(
            "plan",
            ["plan <NƠI> [SỐ HIỆU] --date <NGÀY>", "plan <PLACE> [NUMBER] --date <DATE>"],
            [
                "thư mục của một kế hoạch, có mẫu để điền",
                "the folder of a plan, with models to fill in",
            ],
        )
        .arg(words.argument(
            "place",
            ["NƠI", "PLACE"],
            [
                "địa phương đã có, ví dụ lang-son hoặc lang-son/bang-mac",
                "a place of the portal, such as lang-son or lang-son/bang-mac",
            ],
        ))
        .arg(
            words
                .argument(
                    "number",
                    ["SỐ HIỆU", "NUMBER"],
                    [
                        "như in trên văn bản, ví dụ 43/KH-UBND; văn bản không có số hiệu thì bỏ",
                        "as printed, such as 43/KH-UBND; leave it out where the document has none",
                    ],
                )
                .required(false)
                .display_order(1),
        )
        .arg(
            words
                .option(
                    "date",
                    ["NGÀY", "DATE"],
                    [
                        "ngày ký, năm-tháng-ngày: 2026-01-15; không rõ ngày thì ghi 2026-01",
                        "the day it was signed, year-month-day: 2026-01-15; 2026-01 where the \
                         day is not known",
                    ],
                )
                .required(true)
                .value_parser(ValueParser::new(move |text: &str| day_of_document(text, language))),
        )
        .arg(words.option(
            "title",
            ["TÊN", "TITLE"],
            ["tên văn bản bằng tiếng Việt", "its title in Vietnamese"],
        ))
        .args(words.of_a_document())
}

fn page(words: Words) -> Command {
    words
        .kind(
            "page",
            ["page <SLUG>"; 2],
            [
                "một trang giới thiệu, hỏi đáp..., bằng hai thứ tiếng",
                "a page of text, in both languages",
            ],
        )
        .arg(words.argument(
            "page",
            ["SLUG"; 2],
            [
                "mã trong địa chỉ trang, hoặc tên trang: hoi-dap, \"Hỏi đáp\"",
                "its part of web addresses, or its Vietnamese title: faq, \"Hỏi đáp\"",
            ],
        ))
        .arg(words.option(
            "title",
            ["TÊN", "TITLE"],
            ["tên trang bằng tiếng Việt", "its title in Vietnamese"],
        ))
}

/// The user's language; pairs of words are Vietnamese and English.
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub language: Language,
}

impl Words {
    /// What `new plan` and `import` both ask of a document.
    pub(super) fn of_a_document(self) -> [Arg; 2] {
        let draft = Arg::new("draft")
            .long("draft")
            .action(ArgAction::SetTrue)
            .help(self.say("văn bản là dự thảo, chưa ký", "it is a draft, not signed yet"))
            .help_heading(self.say("Tùy chọn", "Options"));
        let slug = self.option(
            "slug",
            ["SLUG"; 2],
            [
                "mã trong địa chỉ trang (mặc định theo số hiệu và năm: 43-2026)",
                "its part of web addresses (default: by its number and year, 43-2026)",
            ],
        );
        [draft, slug]
    }

    pub fn say(self, vi: &'static str, en: &'static str) -> &'static str {
        Localized::new(vi, en).get(self.language)
    }

    fn kind(
        self,
        name: &'static str,
        [usage_vi, usage_en]: [&str; 2],
        [vi, en]: [&'static str; 2],
    ) -> Command {
        let usage = Localized::text(
            format!("minhbach new {usage_vi} [TÙY CHỌN]"),
            format!("minhbach new {usage_en} [OPTIONS]"),
        );
        Command::new(name).override_usage(usage.get(self.language).clone()).about(self.say(vi, en))
    }

    pub fn argument(
        self,
        name: &'static str,
        [shown_vi, shown_en]: [&'static str; 2],
        [vi, en]: [&'static str; 2],
    ) -> Arg {
        let heading = self.say("Đối số", "Arguments");
        Arg::new(name)
            .required(true)
            .value_name(self.say(shown_vi, shown_en))
            .help(self.say(vi, en))
            .help_heading(heading)
            .display_order(0)
    }

    pub fn option(
        self,
        name: &'static str,
        [shown_vi, shown_en]: [&'static str; 2],
        [vi, en]: [&'static str; 2],
    ) -> Arg {
        Arg::new(name)
            .long(name)
            .value_name(self.say(shown_vi, shown_en))
            .help(self.say(vi, en))
            .help_heading(self.say("Tùy chọn", "Options"))
    }
}

/// The day of a document, as far as it is known. Who types it as documents print it is told how it
/// is typed here.
pub(super) fn day_of_document(text: &str, language: Language) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| {
        let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
        let turned = match parts.as_slice() {
            [day, month, year] => Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
            [month, year] => Date::parse(&format!("{year}-{month:0>2}")),
            _ => None,
        };
        let example = turned.map_or_else(|| "2026-01-15".to_owned(), Date::iso);
        Localized::text(
            format!("không phải là ngày; viết như {example}"),
            format!("not a day; write it like {example}"),
        )
        .get(language)
        .clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_as_documents_print_it_is_told_as_it_is_typed() {
        let told = |text: &str| day_of_document(text, Language::En).expect_err("no day");
        assert_eq!(told("15/1/2026"), "not a day; write it like 2026-01-15");
        assert_eq!(told("1/2026"), "not a day; write it like 2026-01");
        assert_eq!(told("30/2/2026"), "not a day; write it like 2026-01-15");
        assert_eq!(
            day_of_document("2026-02", Language::Vi).map(Date::iso).as_deref(),
            Ok("2026-02")
        );
    }
}
