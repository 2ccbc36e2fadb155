//! What `import` takes: a document, the place that it is of, and what the document does not say
//! plainly.

use std::path::{Path, PathBuf};

use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::new::{Words, day_of_document};
use crate::import::Asked;
use crate::language::{Language, date::Date};

/// The content folder, and what is to be put into it.
pub fn import(matches: &ArgMatches) -> (&Path, Asked<'_>) {
    let said = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| {
        matches.get_one::<PathBuf>(name).expect("it is required or has a default").as_path()
    };
    let asked = Asked {
        file: path("file"),
        place: said("place").expect("it is required"),
        number: said("number"),
        date: matches.get_one::<Date>("date").copied(),
        title: said("title"),
        draft: matches.get_flag("draft"),
        slug: said("slug"),
    };
    (path("content"), asked)
}

pub fn command(language: Language, content: &Arg) -> Command {
    let words = Words { language };
    Command::new("import")
        .about(words.say(
            "tạo thư mục kế hoạch từ văn bản đã ký (.docx hoặc .txt), giữ đúng nguyên văn; \
             không bao giờ ghi đè",
            "make the folder of a plan from the signed document (.docx or .txt), word for word; \
             nothing is ever written over",
        ))
        .override_usage(words.say(
            "minhbach import <TỆP> --place <NƠI> [TÙY CHỌN]",
            "minhbach import <FILE> --place <PLACE> [OPTIONS]",
        ))
        .arg(
            words
                .argument(
                    "file",
                    ["TỆP", "FILE"],
                    [
                        "văn bản: tệp Word (.docx), hoặc chữ chép từ PDF (.txt, UTF-8)",
                        "the document: a Word file (.docx), or text copied from a PDF (.txt, \
                         UTF-8)",
                    ],
                )
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            words
                .option(
                    "place",
                    ["NƠI", "PLACE"],
                    [
                        "địa phương đã có, ví dụ lang-son hoặc lang-son/bang-mac",
                        "a place of the portal, such as lang-son or lang-son/bang-mac",
                    ],
                )
                .required(true),
        )
        .arg(words.option(
            "number",
            ["SỐ HIỆU", "NUMBER"],
            [
                "số hiệu, ví dụ 43/KH-UBND (mặc định: như in ở đầu văn bản)",
                "its number, such as 43/KH-UBND (default: as printed at its top)",
            ],
        ))
        .arg(
            words
                .option(
                    "date",
                    ["NGÀY", "DATE"],
                    [
                        "ngày ký, năm-tháng-ngày (mặc định: như in ở đầu văn bản)",
                        "the day it was signed, year-month-day (default: as printed at its \
                         top)",
                    ],
                )
                .value_parser(ValueParser::new(move |text: &str| day_of_document(text, language))),
        )
        .arg(words.option(
            "title",
            ["TÊN", "TITLE"],
            [
                "tên văn bản bằng tiếng Việt (mặc định: như in ở đầu văn bản)",
                "its title in Vietnamese (default: as printed at its top)",
            ],
        ))
        .args(words.of_a_document())
        .arg(content)
}
