//! What is said to the author about the words around a figure: the sentence with the words that
//! were not understood, or the one word that decided.

use std::ops::Range;

use super::lexicon::Sense;
use super::{Failure, UnitInPlan, spelling};
use crate::diagnostic::Code;
use crate::language::Localized;
use crate::portal::StatementKind;

type Said = (Code, Localized, Localized, Localized);

/// The code and the texts of a diagnostic: message, label, cure.
pub(super) fn describe(failure: &Failure, unit: &UnitInPlan) -> Said {
    match failure {
        Failure::NotUnderstood { sentence, words } => not_understood(unit, sentence, words),
        Failure::Turned { sentence, word, sense } => {
            turned(unit.text[sentence.clone()].trim(), unit.text[word.clone()].trim(), *sense)
        }
        Failure::TurnedAbove { text, sense } => turned_above(text, *sense),
        Failure::Kind { claimed, reported, word, .. } => {
            kind(*claimed, *reported, word.as_ref().map(|word| unit.text[word.clone()].trim()))
        }
        Failure::Characters { places } => characters(unit, places),
        Failure::OtherTime { claimed, words } => other_time(&spelling::period(*claimed), words),
        Failure::Committed { sentence } => (
            Code::KindDiffers,
            Localized::text(
                "mục này ghi kind: aim, nhưng câu không có từ nào cho thấy đây chỉ là định hướng",
                "the row says kind: aim, but no word of the sentence makes it an aim without a \
                 commitment",
            ),
            Localized::text(
                format!("câu: {}", unit.text[sentence.clone()].trim()),
                format!("the sentence: {}", unit.text[sentence.clone()].trim()),
            ),
            Localized::text(
                "nếu văn bản cam kết, hãy gõ `kind: target`",
                "if the text commits to it, type `kind: target`",
            ),
        ),
        Failure::Start { .. } => (
            Code::GoalDiffers,
            Localized::text(
                "con số này là mức xuất phát của một thay đổi, không phải mục tiêu",
                "this figure is where a change begins, and no target",
            ),
            Localized::text("mức xuất phát", "the starting point"),
            Localized::text(
                "trích con số đứng sau “lên”, “xuống”; mức xuất phát thì ghi kind: baseline",
                "quote the figure that follows “to”; a starting point is of kind: baseline",
            ),
        ),
        _ => (
            Code::BreakdownDiffers,
            Localized::text(
                "theo thứ tự trong câu, con số này là của nhóm hoặc năm khác",
                "by the order in the sentence this figure is of another group or year",
            ),
            Localized::text("không đúng thứ tự", "not in this order"),
            Localized::text(
                "đối chiếu số thứ tự của con số với thứ tự của các nhóm trước đó; số nhóm phải \
                 bằng số con số",
                "compare the place of the figure with the place of its group; there must be as \
                 many groups as figures",
            ),
        ),
    }
}

/// The sentence with marks round the words: `Trẻ nhà trẻ ⟨suýt⟩ đạt 85%`.
fn marked(text: &str, sentence: &Range<usize>, words: &[Range<usize>]) -> String {
    let mut shown = String::new();
    let mut at = sentence.start;
    for word in words.iter().filter(|word| word.start >= sentence.start && word.end <= sentence.end)
    {
        if word.start < at {
            continue;
        }
        shown.push_str(&text[at..word.start]);
        shown.push('⟨');
        shown.push_str(&text[word.clone()]);
        shown.push('⟩');
        at = word.end;
    }
    shown.push_str(&text[at..sentence.end]);
    shown.trim().to_owned()
}

/// Words that stand side by side as one: `phổ cập` is no two words to an author.
pub(super) fn joined(text: &str, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        match found.last_mut().filter(|last| text.get(last.end..word.start) == Some(" ")) {
            Some(last) => last.end = word.end,
            None => found.push(word.clone()),
        }
    }
    found
}

fn not_understood(unit: &UnitInPlan, sentence: &Range<usize>, words: &[Range<usize>]) -> Said {
    let words = &joined(unit.text, words);
    let shown = marked(unit.text, sentence, words);
    let list = words
        .iter()
        .map(|word| format!("“{}”", &unit.text[word.clone()]))
        .collect::<Vec<_>>()
        .join(", ");
    let (are, they) = if words.len() == 1 { ("is", "it") } else { ("are", "they") };
    (
        Code::NotUnderstood,
        Localized::text(
            format!(
                "con số chưa đọc được, vì chương trình không hiểu {list} ở chỗ có thể làm đổi \
                 nghĩa câu"
            ),
            format!(
                "the figure is not read: {list} {are} not understood where {they} could change \
                 what the sentence says"
            ),
        ),
        Localized::text(format!("câu: {shown}"), format!("the sentence: {shown}")),
        Localized::text(
            "nếu câu nói đúng về chỉ tiêu này và đó chỉ là cách gọi khác, thêm vào `wording` \
             của chỉ tiêu, `terms` của phân tổ hoặc glossary.yaml; nếu không, trích câu khác, \
             hoặc ghi `reading: {vi: ..., en: ...}` nói người biên tập hiểu từ ấy thế nào và vì \
             sao",
            "if the sentence is about this indicator and this is another name for it, add it to \
             the indicator's `wording`, the breakdown's `terms` or glossary.yaml; if not, quote \
             another sentence, or write `reading: {vi: ..., en: ...}` with how an editor \
             understands it, and why",
        ),
    )
}

/// What a sense does to a statement.
pub(super) fn effect(sense: Sense) -> Localized {
    let (vi, en) = match sense {
        Sense::Deny | Sense::Prohibit => ("phủ định điều được nêu", "denies what is said"),
        Sense::Condition => ("đặt điều kiện cho điều được nêu", "makes it conditional"),
        Sense::Except => ("loại trừ một phần", "leaves a part out"),
        Sense::Withdraw => {
            ("bãi bỏ, dừng hoặc thay điều được nêu", "withdraws, stops or replaces what is said")
        }
        Sense::Weaken => {
            ("chỉ nêu một hướng, không cam kết đạt", "names a direction and makes no commitment")
        }
        Sense::Hedge => {
            ("chỉ nêu khả năng, không cam kết", "names a possibility and makes no commitment")
        }
        Sense::Attribute => (
            "nói về nơi khác hoặc là lời của người khác",
            "speaks of another place, or for somebody else",
        ),
        Sense::OtherWhole => ("tính trên một tổng thể khác", "counts a share of something else"),
        Sense::Distribute => (
            "tính cho từng phần hoặc bình quân, không phải cho tất cả",
            "counts for each part or on average, not for the whole",
        ),
        Sense::Alternative => ("nêu nhiều khả năng để chọn", "offers alternatives"),
        Sense::Compare => ("so sánh với một mức khác", "compares with another value"),
        Sense::Order => ("xếp theo thứ tự", "sets an order"),
        Sense::OtherTime => ("nêu một thời gian khác", "names another time"),
        Sense::Indirect => (
            "chỉ xem xét, chuẩn bị hoặc hỗ trợ việc được nêu",
            "only looks at it, prepares it or supports it",
        ),
        Sense::Only => ("chỉ nói về một phần", "speaks of a part only"),
        _ => ("làm đổi điều được nêu", "changes what is said"),
    };
    Localized::text(vi, en)
}

fn turned(sentence: &str, word: &str, sense: Sense) -> Said {
    let effect = effect(sense);
    let cure = if sense == Sense::Weaken {
        Localized::text(
            "nếu văn bản chỉ nêu định hướng, ghi `kind: aim`; nếu không, trích câu có cam kết",
            "if the text only names a direction, write `kind: aim`; if not, quote a sentence \
             that commits to it",
        )
    } else {
        Localized::text(
            "trích câu nói đúng điều mà mục này ghi, hoặc xóa mục này và ghi con số vào \
             `ignore` với lý do",
            "quote a sentence that says what this row says, or delete the row and list the \
             figure in `ignore` with a reason",
        )
    };
    (
        Code::StatementTurned,
        Localized::text(
            format!("câu không nói điều mà mục này ghi: “{word}” {}", effect.vi),
            format!("the sentence does not say what this row says: “{word}” {}", effect.en),
        ),
        Localized::text(format!("câu: {sentence}"), format!("the sentence: {sentence}")),
        cure,
    )
}

fn turned_above(text: &str, sense: Sense) -> Said {
    let effect = effect(sense);
    (
        Code::StatementTurned,
        Localized::text(
            format!("đề mục hoặc câu dẫn ở trên {}: “{text}”", effect.vi),
            format!("the heading or lead-in above {}: “{text}”", effect.en),
        ),
        Localized::text(
            "điều này áp dụng cho mọi nội dung bên dưới",
            "it holds for everything below it",
        ),
        if sense == Sense::Weaken {
            Localized::text(
                "ghi `kind: aim` cho nội dung chỉ nêu định hướng",
                "write `kind: aim` for what is only a direction",
            )
        } else {
            Localized::text(
                "xóa mục này, hoặc trích một đoạn khác có nêu con số",
                "delete this row, or quote another unit that states the figure",
            )
        },
    )
}

fn kind(claimed: StatementKind, reported: bool, word: Option<&str>) -> Said {
    let (vi, en) = if reported {
        ("con số đã đạt", "reported")
    } else {
        ("con số phải đạt", "wanted")
    };
    let typed = if reported { "kind: result" } else { "kind: target" };
    let by = word.map_or_else(
        || Localized::text(" theo đề mục ở trên", " by the heading above"),
        |word| Localized::text(format!(" theo chữ “{word}”"), format!(" by the word “{word}”")),
    );
    (
        Code::KindDiffers,
        Localized::text(
            format!("mục này ghi kind: {}, nhưng đây là {vi}{}", claimed.name(), by.vi),
            format!("the row says kind: {}, but the figure is {en}{}", claimed.name(), by.en),
        ),
        Localized::text(format!("đoạn văn nêu {vi}"), format!("the text says that it is {en}")),
        Localized::text(
            format!("nếu đoạn văn đúng, hãy gõ `{typed}`"),
            format!("if the text is right, type `{typed}`"),
        ),
    )
}

fn characters(unit: &UnitInPlan, places: &[Range<usize>]) -> Said {
    let codes: Vec<String> = places
        .iter()
        .flat_map(|place| unit.text[place.clone()].chars())
        .map(|odd| format!("U+{:04X}", u32::from(odd)))
        .collect();
    let list = codes.join(", ");
    (
        Code::OddCharacters,
        Localized::text(
            format!("câu có ký tự mà mắt đọc khác máy: {list}"),
            format!(
                "the sentence has characters that an eye reads otherwise than a program: {list}"
            ),
        ),
        Localized::text("con số này chưa đọc được", "the figure is not read"),
        Localized::text(
            "gõ lại chữ hoặc số ấy bằng bàn phím, trong văn bản và trong trích dẫn",
            "type the letter or digit again on a keyboard, in the text and in the quote",
        ),
    )
}

fn other_time(claimed: &str, words: &str) -> Said {
    (
        Code::PeriodDiffers,
        Localized::text(
            format!(
                "thời gian ghi là {claimed}, nhưng đoạn văn nêu “{words}”, không phải một hạn \
                 để đạt"
            ),
            format!(
                "the period is given as {claimed}, but the text says “{words}”, which is no \
                 time to reach it by"
            ),
        ),
        Localized::text("từ chỉ thời gian gần nhất", "the nearest words of time"),
        Localized::text(
            "trích câu nêu rõ hạn, hoặc xóa mục này",
            "quote a sentence that names the time, or delete this row",
        ),
    )
}
