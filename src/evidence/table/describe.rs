//! What an author is told of a cell that its table does not prove.

use super::cell::Unclear;
use super::reading::{Reported, Trouble};
use super::words::{Sense, words};
use crate::diagnostic::Code;
use crate::language::{Language, Localized};

/// The code and the texts of a diagnostic: message, label, cure.
pub fn describe(
    place: &str,
    word: &str,
    trouble: &Trouble,
) -> (Code, Localized, Localized, Localized) {
    let (message, label, cure) = match trouble {
        Trouble::Unknown => (
            Localized::text(
                format!("bảng ghi “{place}”, có chữ chưa hiểu được: “{word}”"),
                format!("the table says “{place}”, of which this is not understood: “{word}”"),
            ),
            Localized::text(
                "vì thế chưa rõ con số này là gì",
                "so it is not clear what this figure is",
            ),
            by_reading(),
        ),
        Trouble::Turns => {
            let does = turned(word);
            (
                Localized::text(
                    format!("bảng ghi “{place}”: chữ “{word}” cho biết con số này {}", does.vi),
                    format!("the table says “{place}”: by “{word}” this figure {}", does.en),
                ),
                Localized::text("không phải điều mà mục này ghi", "not what the row says"),
                Localized::text(
                    "trích con số mà bảng khẳng định, hoặc bỏ mục này",
                    "quote a figure that the table states, or delete this row",
                ),
            )
        }
        Trouble::PartOfYear => (
            Localized::text(
                format!(
                    "bảng ghi “{place}”: chữ “{word}” cho biết con số không phải của cả năm, \
                     hoặc của năm khác"
                ),
                format!(
                    "the table says “{place}”: “{word}” makes it a time that is not the year \
                     named beside it"
                ),
            ),
            Localized::text(
                "thời gian của con số chưa hiểu được",
                "the figure's time is not understood",
            ),
            Localized::text("trích con số của cả năm", "quote the figure for the whole year"),
        ),
        Trouble::Reported(Reported::Yes) => (
            Localized::text(
                format!("bảng ghi “{place}”: đây là số đã thực hiện, không phải mục tiêu"),
                format!("the table says “{place}”: this is what was reached, not what is wanted"),
            ),
            Localized::text("mục này ghi là mục tiêu", "the row says that it is a target"),
            Localized::text(
                "hãy gõ `kind: result` hoặc `kind: baseline`, hoặc trích con số ở cột kế hoạch",
                "type `kind: result` or `kind: baseline`, or quote the figure of the planned \
                 column",
            ),
        ),
        Trouble::Reported(Reported::No) => (
            Localized::text(
                format!("bảng ghi “{place}”: đây là số phải đạt, không phải kết quả"),
                format!("the table says “{place}”: this is what is wanted, not what was reached"),
            ),
            Localized::text(
                "mục này ghi là kết quả hoặc mức xuất phát",
                "the row says that it is a result or a baseline",
            ),
            Localized::text(
                "bỏ dòng `kind`, hoặc trích con số ở cột đã thực hiện",
                "leave `kind` out, or quote the figure of the column of what was reached",
            ),
        ),
        Trouble::TwoUnits => (
            Localized::text(
                format!("bảng nêu hai đơn vị khác nhau cho con số này: xem “{place}”"),
                format!("the table counts this figure in two units: see “{place}”"),
            ),
            Localized::text("không rõ là đơn vị nào", "it is not clear which one is meant"),
            Localized::text(
                "sửa bảng cho cùng một đơn vị",
                "mend the table so that it has one unit",
            ),
        ),
        Trouble::TwoComparators => (
            Localized::text(
                format!("bảng nêu hai cách so sánh trái nhau cho con số này: “{word}” ở “{place}”"),
                format!(
                    "the table compares this figure in two ways that contradict each other: \
                     “{word}” in “{place}”"
                ),
            ),
            Localized::text("không rõ là cách nào", "it is not clear which one is meant"),
            by_reading(),
        ),
        Trouble::Part => (
            Localized::text(
                format!("“{place}” là một phần của dòng bên trên trong bảng, không phải toàn bộ"),
                format!("“{place}” is a part of the row above it in the table, not the whole"),
            ),
            Localized::text("con số của một phần", "the figure of a part"),
            Localized::text(
                "nêu phần ấy trong `breakdown`, hoặc trích con số của cả dòng bên trên",
                "name the part in `breakdown`, or quote the figure of the row above",
            ),
        ),
        Trouble::OtherThing => (
            Localized::text(
                format!(
                    "dòng của bảng ghi “{place}”: từ chữ “{word}” trở đi nói về việc khác của \
                     đối tượng này"
                ),
                format!(
                    "the table's row says “{place}”: from “{word}” on it tells something else \
                     of what the indicator counts"
                ),
            ),
            Localized::text(
                "đây là con số của chỉ tiêu khác",
                "this is another indicator's figure",
            ),
            Localized::text(
                "trích con số của đúng chỉ tiêu này",
                "quote the figure of this very indicator",
            ),
        ),
        Trouble::OtherName => (
            Localized::text(
                format!(
                    "dòng của bảng ghi “{place}”, không nêu chỉ tiêu này và có chữ chưa hiểu \
                     được: “{word}”"
                ),
                format!(
                    "the table's row says “{place}”, which does not name this indicator and has \
                     a word that is not understood: “{word}”"
                ),
            ),
            Localized::text(
                "không rõ con số này là của ai",
                "it is not clear for whom this figure stands",
            ),
            Localized::text(
                "trích con số của đúng dòng, hoặc thêm từ mà bảng dùng vào `words` của chỉ tiêu \
                 hay `terms` trong dimensions.yaml",
                "quote the figure of the right row, or add the table's own word to the \
                 indicator's `words` or to `terms` in dimensions.yaml",
            ),
        ),
        Trouble::Unclear(unclear) => unclear_cell(*unclear),
        Trouble::NoValue => (
            Localized::text(
                "ô này đánh số, đặt tên hoặc ghi chú, không phải là giá trị của bảng",
                "this cell numbers, names or remarks: it is no value of the table",
            ),
            Localized::text("không phải là giá trị", "no value"),
            Localized::text(
                "trích ô có giá trị của chỉ tiêu",
                "quote the cell with the indicator's value",
            ),
        ),
    };
    (Code::CellNotRead, message, label, cure)
}

fn unclear_cell(unclear: Unclear) -> (Localized, Localized, Localized) {
    let (vi, en) = match unclear {
        Unclear::NoHead => {
            ("cột của ô này không có tên riêng", "the column of this cell has no head of its own")
        }
        Unclear::NoLabel => ("dòng của ô này không có tên", "the row of this cell has no name"),
        Unclear::TotalOfGroup => (
            "không rõ dòng tổng này là tổng của nhóm bên trên hay của cả bảng",
            "it is not clear whether this total is that of the group above or of the whole table",
        ),
    };
    (
        Localized::text(vi, en),
        Localized::text("chưa rõ con số này là gì", "so it is not clear what this figure is"),
        Localized::text(
            "ghi thêm tên còn thiếu vào bảng, như bản gốc có",
            "write the missing words into the table, as the original has them",
        ),
    )
}

/// What a word that turns makes of a figure.
fn turned(word: &str) -> Localized<&'static str> {
    let senses = Language::ALL.into_iter().flat_map(words);
    let sense = senses.filter(|(known, _)| {
        known.eq_ignore_ascii_case(word) || known.to_lowercase() == word.to_lowercase()
    });
    match sense.map(|(_, sense)| sense).find(|sense| sense.turns()) {
        Some(Sense::Withdrawn) => Localized::new("không còn hiệu lực", "is withdrawn"),
        Some(Sense::Undecided) => Localized::new("chưa được quyết định", "is not decided"),
        Some(Sense::OtherPlace) => Localized::new("là của nơi khác", "is another place's"),
        Some(Sense::OtherWhole) => {
            Localized::new("tính trên một tổng khác", "is a share of something else")
        }
        Some(Sense::EitherWay) => Localized::new("là mức chênh lệch", "is a difference"),
        Some(Sense::Average) => Localized::new("là mức bình quân", "is an average"),
        Some(Sense::Condition) => Localized::new("có điều kiện", "holds on a condition"),
        Some(_) => Localized::new("bị giới hạn hoặc phủ định", "is limited or denied"),
        None => Localized::new("là mức tăng, giảm", "is a change"),
    }
}

fn by_reading() -> Localized {
    Localized::text(
        "trích con số khác, hoặc để biên tập viên nói rõ cách hiểu ở `reading`",
        "quote another figure, or let an editor say in `reading` how it is to be understood",
    )
}
