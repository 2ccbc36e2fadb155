//! Why a claim does not stand, and how to say it.

use std::ops::Range;

use super::lexicon::Sense;
use super::table::{self, Trouble};
use super::{Mention, MentionKind, UnitInPlan, sentence_messages, spelling};
use crate::diagnostic::Code;
use crate::language::Localized;
use crate::portal::{
    CountUnit, Dimension, DimensionIndex, Goal, Measure, MemberIndex, Period, PeriodProof,
    StatementKind,
};

/// Why a claim does not stand. Ranges are of the unit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The quote does not stand in the unit; the longest beginning of it that does, if any.
    NotFound { longest: Option<Range<usize>> },
    /// It stands there this many times.
    Ambiguous { count: usize },
    /// Its edge cuts this mention (a marker, a number or its unit), or a word.
    Cuts { quote: Range<usize>, cut: Range<usize> },
    /// No figure in the quote, or in the brackets.
    NoFigure { quote: Range<usize>, other_kinds: Vec<Mention> },
    /// Several figures, and no brackets to choose one.
    ManyFigures { quote: Range<usize>, figures: Vec<Mention> },
    /// The figure is another one than the goal says.
    Goal { goal: Goal, measure: Measure, read: Box<Mention> },
    /// The nearest place that names a period names others.
    Period { claimed: Period, named: Vec<Period>, place: PeriodProof },
    /// The figure stands for other members of the dimension; none were named at all where empty.
    Breakdown {
        dimension: DimensionIndex,
        claimed: MemberIndex,
        found: Vec<MemberIndex>,
        figure: Range<usize>,
    },
    /// The figure stands for these members only, though the row names none of the dimension.
    PartOnly { dimension: DimensionIndex, found: Vec<MemberIndex>, figure: Range<usize> },
    /// A milestone without its verb.
    NoVerb { quote: Range<usize>, goal: Goal },
    /// A milestone of which the quote has the verb of the other kind: kept, not completed, or
    /// completed, not kept.
    OtherVerb { verb: Range<usize>, goal: Goal },
    /// A milestone without its object.
    NoObject { quote: Range<usize>, terms: Vec<String> },
    /// None of the indicator's words stands by the figure.
    Unnamed { quote: Range<usize>, words: Vec<String> },
    /// Words at places where every word must be understood.
    NotUnderstood { sentence: Range<usize>, words: Vec<Range<usize>> },
    /// A word that is understood, and turns, limits, weakens or withdraws the statement.
    Turned { sentence: Range<usize>, word: Range<usize>, sense: Sense },
    /// Such a word in a heading or lead-in above.
    TurnedAbove { text: String, sense: Sense },
    /// The figure is wanted where the row says that it is reported, or the other way round.
    Kind {
        claimed: StatementKind,
        reported: bool,
        word: Option<Range<usize>>,
        figure: Range<usize>,
    },
    /// Characters that an eye takes for others.
    Characters { places: Vec<Range<usize>> },
    /// The nearest words of time are no time that a row can be for: `sau năm 2027`.
    OtherTime { claimed: Period, words: String },
    /// The figure is where a change begins, and no target.
    Start { figure: Range<usize> },
    /// An aim of which the text makes a commitment.
    Committed { sentence: Range<usize> },
    /// `lần lượt`: the figure is of another name of the list.
    Order { figure: Range<usize> },
    /// The table does not say of its cell what is claimed: at this head, name or note, by this
    /// word.
    Table { place: String, word: String, trouble: Trouble },
    /// The marker does not stand earlier in the same sentence.
    NotCarried { marker: String },
}

impl Failure {
    /// Whether it is not known what the sentence says of its figure: words are not understood, or
    /// another thing is said.
    pub fn leaves_the_sentence_open(&self) -> bool {
        use Failure::{Characters, NotUnderstood, Turned, TurnedAbove};
        matches!(
            self,
            NotUnderstood { .. } | Turned { .. } | TurnedAbove { .. } | Characters { .. }
        )
    }

    /// Whether the sentence cannot prove the row, however its other words are to be understood: it
    /// says another thing, or speaks of one. What only weakens it may still be an aim.
    pub fn decides_the_sentence(&self) -> bool {
        match self {
            Failure::Turned { sense, .. } | Failure::TurnedAbove { sense, .. } => {
                *sense != Sense::Weaken
            }
            Failure::Characters { .. } | Failure::Unnamed { .. } => true,
            _ => false,
        }
    }

    /// The place in the unit's text that explains it, where there is one.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Failure::NotFound { longest } => longest.clone(),
            Failure::Cuts { cut, .. } => Some(cut.clone()),
            Failure::NoFigure { quote, .. }
            | Failure::ManyFigures { quote, .. }
            | Failure::NoVerb { quote, .. }
            | Failure::NoObject { quote, .. }
            | Failure::Unnamed { quote, .. } => Some(quote.clone()),
            Failure::OtherVerb { verb, .. } => Some(verb.clone()),
            Failure::Goal { read, .. } => Some(read.span.clone()),
            Failure::Breakdown { figure, .. } | Failure::PartOnly { figure, .. } => {
                Some(figure.clone())
            }
            Failure::NotUnderstood { words, .. } => words.first().cloned(),
            Failure::Turned { word, .. } => Some(word.clone()),
            Failure::Kind { word, figure, .. } => {
                Some(word.clone().unwrap_or_else(|| figure.clone()))
            }
            Failure::Characters { places } => places.first().cloned(),
            Failure::Start { figure } | Failure::Order { figure } => Some(figure.clone()),
            Failure::Committed { sentence } => Some(sentence.clone()),
            Failure::Ambiguous { .. }
            | Failure::Table { .. }
            | Failure::Period { .. }
            | Failure::NotCarried { .. }
            | Failure::OtherTime { .. }
            | Failure::TurnedAbove { .. } => None,
        }
    }
}

/// The code and the texts of a diagnostic: message, label (said at the claim), cure.
pub fn describe(
    failure: &Failure,
    unit: &UnitInPlan,
    dimensions: &[Dimension],
    units: &[CountUnit],
) -> (Code, Localized, Localized, Localized) {
    let shown = |range: &Range<usize>| unit.text[range.clone()].trim().to_owned();
    match failure {
        Failure::NotFound { longest } => {
            let longest = longest.as_ref().map(shown).filter(|found| found.chars().count() > 2);
            let label = longest.map_or_else(
                || Localized::text("không có trong đoạn", "not in the unit"),
                |found| {
                    Localized::text(
                        format!("trong đoạn chỉ có đến: “{found}”"),
                        format!("the unit has it only up to: “{found}”"),
                    )
                },
            );
            (
                Code::QuoteNotFound,
                Localized::text(
                    "trích dẫn không có trong đoạn được dẫn",
                    "the quote does not stand in the unit that is cited",
                ),
                label,
                Localized::text(
                    "chép lại nguyên văn từ đoạn ấy, đúng từng chữ, từng dấu; hoặc sửa `clause`",
                    "copy the words of that unit exactly as they stand, or mend `clause`",
                ),
            )
        }
        Failure::Ambiguous { count } => (
            Code::QuoteAmbiguous,
            Localized::text(
                format!("trích dẫn xuất hiện {count} lần trong đoạn"),
                format!("the quote stands {count} times in the unit"),
            ),
            Localized::text("không rõ là chỗ nào", "it is not clear which one is meant"),
            Localized::text(
                "chép dài thêm về phía trước hoặc phía sau cho đến khi chỉ còn một chỗ",
                "lengthen it at its beginning or end until it stands there once",
            ),
        ),
        Failure::Cuts { quote, cut } => cut_short(&shown(quote), &shown(cut)),
        Failure::NoFigure { other_kinds, .. } => no_figure(other_kinds, unit),
        Failure::ManyFigures { figures, .. } => {
            let figures: Vec<String> =
                figures.iter().map(|mention| format!("`{}`", shown(&mention.span))).collect();
            let list = figures.join(", ");
            let example =
                figures.last().map(|last| last.trim_matches('`').to_owned()).unwrap_or_default();
            (
                Code::QuoteFigure,
                Localized::text(
                    format!("trích dẫn có {} con số: {list}", figures.len()),
                    format!("the quote holds {} figures: {list}", figures.len()),
                ),
                Localized::text("không rõ là con số nào", "it is not clear which one is meant"),
                Localized::text(
                    format!(
                        "đặt con số trong ngoặc vuông, ví dụ `[{example}]`, hoặc rút ngắn trích dẫn"
                    ),
                    format!(
                        "put [ ] round the figure that is meant, such as `[{example}]`, or \
                         shorten the quote"
                    ),
                ),
            )
        }
        Failure::Goal { goal, measure, read } => {
            goal_differs(*goal, measure, read, &with_table(unit, read, shown(&read.span)), units)
        }
        Failure::Period { claimed, named, place } => period_differs(*claimed, named, *place),
        Failure::Breakdown { dimension, claimed, found, .. } => {
            breakdown_differs(&dimensions[dimension.0], *claimed, found)
        }
        Failure::Table { place, word, trouble } => table::describe(place, word, trouble),
        Failure::PartOnly { dimension, found, .. } => part_only(&dimensions[dimension.0], found),
        Failure::NoVerb { goal, .. } => {
            let (vi, en) = match goal {
                Goal::Maintain => {
                    ("duy trì, giữ vững, củng cố", "maintain, keep, sustain, consolidate")
                }
                _ => (
                    "hoàn thành, đạt, bảo đảm, thành lập, xây dựng",
                    "complete, reach, ensure, establish, build",
                ),
            };
            (
                Code::MilestoneWords,
                Localized::text(
                    "trích dẫn của một mốc không có động từ cho biết việc phải làm",
                    "the quote of a milestone holds no verb that says what is to be done",
                ),
                Localized::text("thiếu động từ", "no verb"),
                Localized::text(
                    format!("chép dài thêm cho có động từ, như: {vi} (bản tiếng Anh: {en})"),
                    format!(
                        "lengthen the quote so that it holds a verb, such as: {en} (in \
                         Vietnamese: {vi})"
                    ),
                ),
            )
        }
        Failure::OtherVerb { verb, goal } => other_verb(*goal, &shown(verb)),
        Failure::Unnamed { words, .. } => {
            let words = words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
            (
                Code::IndicatorWords,
                Localized::text(
                    "trích dẫn không nêu tên chỉ tiêu: có thể là con số của chỉ tiêu khác",
                    "the quote does not name the indicator: the figure may be another one's",
                ),
                Localized::text(
                    format!("không có từ nào trong: {words}"),
                    format!("none of these words: {words}"),
                ),
                Localized::text(
                    "trích đúng câu nói về chỉ tiêu này, chép dài thêm về phía trước, hoặc thêm \
                     từ mà văn bản dùng vào `words` của chỉ tiêu",
                    "quote the sentence on this indicator, lengthen the quote at its beginning, \
                     or add the text's own word to the indicator's `words`",
                ),
            )
        }
        Failure::NoObject { terms, .. } => {
            let terms = terms.iter().map(|term| format!("“{term}”")).collect::<Vec<_>>().join(", ");
            (
                Code::MilestoneWords,
                Localized::text(
                    "trích dẫn của một mốc không nêu đúng việc của chỉ tiêu",
                    "the quote of a milestone does not name what the indicator is about",
                ),
                Localized::text(
                    format!("không có từ nào trong: {terms}"),
                    format!("none of these words: {terms}"),
                ),
                Localized::text(
                    "chép dài thêm cho có một trong các từ ấy, hoặc thêm từ vào `terms` của chỉ \
                     tiêu",
                    "lengthen the quote to one of them, or add its word to the indicator's `terms`",
                ),
            )
        }
        Failure::NotUnderstood { .. }
        | Failure::Turned { .. }
        | Failure::TurnedAbove { .. }
        | Failure::Kind { .. }
        | Failure::Characters { .. }
        | Failure::OtherTime { .. }
        | Failure::Start { .. }
        | Failure::Committed { .. }
        | Failure::Order { .. } => sentence_messages::describe(failure, unit),
        Failure::NotCarried { marker } => (
            Code::CarriedFrom,
            Localized::text(
                format!("`{marker}` không đứng ở con số trước đó trong cùng một dãy liệt kê"),
                format!("`{marker}` does not stand by an earlier figure of the same enumeration"),
            ),
            Localized::text(
                "không lấy được từ so sánh từ đây",
                "no comparator can be carried from here",
            ),
            Localized::text(
                "bỏ `carried_from` và ghi mục tiêu đúng như con số được viết, hoặc chép đúng từ \
                 so sánh đứng trước trong câu",
                "leave out `carried_from` and write the goal as its own figure says, or copy \
                 the marker that stands earlier in the sentence",
            ),
        ),
    }
}

fn cut_short(quote: &str, cut: &str) -> (Code, Localized, Localized, Localized) {
    (
        Code::QuoteCuts,
        Localized::text(format!("`{quote}` cắt ngang “{cut}”"), format!("`{quote}` cuts “{cut}”")),
        Localized::text(
            "mất một phần con số, từ so sánh, đơn vị hoặc một chữ",
            "part of a number, of its marker or unit, or of a word is lost",
        ),
        Localized::text(format!("trích đủ cả “{cut}”"), format!("quote the whole of “{cut}”")),
    )
}

fn no_figure(others: &[Mention], unit: &UnitInPlan) -> (Code, Localized, Localized, Localized) {
    let is_unread = |mention: &&Mention| {
        matches!(mention.kind, MentionKind::Other(_)) && mention.span.start < mention.number.start
    };
    if let Some(unread) = others.iter().find(is_unread) {
        return unread_figure(unit.text[unread.span.clone()].trim());
    }
    let kinds = Localized::from_fn(|language| {
        let listed = others.iter().map(|mention| {
            format!(
                "`{}` = {}",
                unit.text[mention.span.clone()].trim(),
                spelling::kind(&mention.kind).get(language)
            )
        });
        listed.collect::<Vec<_>>().join(", ")
    });
    let message = if others.is_empty() {
        Localized::text("trích dẫn không có con số nào", "the quote holds no number")
    } else {
        Localized::text(
            format!("con số trong trích dẫn không phải là giá trị: {}", kinds.vi),
            format!("the number in the quote is no value: {}", kinds.en),
        )
    };
    (
        Code::QuoteFigure,
        message,
        Localized::text("không có gì để đối chiếu với mục tiêu", "nothing here can prove the goal"),
        Localized::text(
            "trích phần có con số cùng đơn vị (%, hoặc một từ trong units.yaml), hoặc dùng \
             `goal: complete` cho việc không có con số",
            "quote the part with the figure and its unit (%, or a word of units.yaml), or type \
             `goal: complete` for what has no figure",
        ),
    )
}

/// A number whose own markers deny it, or contradict each other.
fn unread_figure(shown: &str) -> (Code, Localized, Localized, Localized) {
    (
        Code::QuoteFigure,
        Localized::text(
            format!("con số chưa đọc được: các từ trong “{shown}” phủ định nó hoặc trái nhau"),
            format!(
                "the figure is not read: the words of “{shown}” deny it, or contradict each other"
            ),
        ),
        Localized::text(
            "câu không khẳng định con số này",
            "the sentence does not state this figure",
        ),
        Localized::text(
            "trích câu khẳng định con số, hoặc xóa mục này và ghi con số vào `ignore` với lý do",
            "quote a sentence that states the figure, or delete the row and list the figure in \
             `ignore` with a reason",
        ),
    )
}

/// The words of a figure; of a cell's also what its table makes of it.
fn with_table(unit: &UnitInPlan, read: &Mention, shown: String) -> String {
    match &read.kind {
        MentionKind::Figure(figure) if unit.cell.is_some() => {
            let spelt = spelling::figure(figure).trim_matches('"').to_owned();
            if spelt.replace('.', ",") == shown.replace('.', ",") {
                shown
            } else {
                format!("{shown} → {spelt}")
            }
        }
        _ => shown,
    }
}

fn goal_differs(
    goal: Goal,
    measure: &Measure,
    read: &Mention,
    shown: &str,
    units: &[CountUnit],
) -> (Code, Localized, Localized, Localized) {
    let claimed = spelling::goal(goal);
    let claimed_unit = spelling::measure(measure, units);
    let (typed, read_unit) = match &read.kind {
        MentionKind::Figure(figure) => (
            spelling::figure(figure),
            spelling::measure(figure.measure.as_ref().unwrap_or(&Measure::Index), units),
        ),
        other => (spelling::day(other).unwrap_or_default(), spelling::kind(other)),
    };
    let cure = if typed == claimed {
        Localized::text(
            format!(
                "dùng chỉ tiêu có đơn vị là {}, hoặc trích con số tính bằng {}",
                read_unit.vi, claimed_unit.vi
            ),
            format!(
                "take an indicator whose unit is {}, or quote a figure in {}",
                read_unit.en, claimed_unit.en
            ),
        )
    } else {
        Localized::text(
            format!("nếu đoạn văn đúng, hãy gõ `goal: {typed}`"),
            format!("if the text is right, type `goal: {typed}`"),
        )
    };
    (
        Code::GoalDiffers,
        Localized::text(
            format!(
                "mục tiêu ghi {claimed} ({}), đọc được: {shown} ({})",
                claimed_unit.vi, read_unit.vi
            ),
            format!(
                "the goal says {claimed} ({}), read: {shown} ({})",
                claimed_unit.en, read_unit.en
            ),
        ),
        Localized::text(format!("đoạn văn ghi “{shown}”"), format!("the text says “{shown}”")),
        cure,
    )
}

fn other_verb(goal: Goal, shown: &str) -> (Code, Localized, Localized, Localized) {
    let (complete, maintain) =
        (Localized::text("hoàn thành", "complete"), Localized::text("duy trì", "maintain"));
    let (claimed, said) =
        if goal == Goal::Maintain { (maintain, complete) } else { (complete, maintain) };
    (
        Code::MilestoneWords,
        Localized::text(
            format!("mục tiêu ghi là {}, nhưng trích dẫn ghi “{shown}”", claimed.vi),
            format!("the goal is to {}, but the quote says “{shown}”", claimed.en),
        ),
        Localized::text(format!("đoạn văn ghi “{shown}”"), format!("the text says “{shown}”")),
        Localized::text(
            format!("nếu đoạn văn đúng, hãy gõ `goal: {}`", said.vi),
            format!("if the text is right, type `goal: {}`", said.en),
        ),
    )
}

fn period_differs(
    claimed: Period,
    named: &[Period],
    place: PeriodProof,
) -> (Code, Localized, Localized, Localized) {
    let claimed = spelling::period(claimed);
    let list = named.iter().map(|period| spelling::period(*period)).collect::<Vec<_>>().join(", ");
    let Some(first) = named.first() else {
        return (
            Code::PeriodDiffers,
            Localized::text(
                format!("không nơi nào nêu thời gian {claimed}"),
                format!("the period {claimed} is named nowhere"),
            ),
            Localized::text(
                "đoạn, bảng, các đề mục và tên kế hoạch đều không nêu thời gian",
                "the unit, the table, the headings and the title name no period",
            ),
            Localized::text("hãy gõ `period: none`", "type `period: none`"),
        );
    };
    let place = match place {
        PeriodProof::Column => Localized::text("bảng", "the table"),
        PeriodProof::Heading => Localized::text("đề mục", "the heading"),
        PeriodProof::Title => Localized::text("tên kế hoạch", "the plan's title"),
        PeriodProof::Unit | PeriodProof::NotNamed => Localized::text("đoạn được trích", "the unit"),
    };
    (
        Code::PeriodDiffers,
        Localized::text(
            format!("thời gian ghi là {claimed}, nhưng {} nêu: {list}", place.vi),
            format!("the period is given as {claimed}, but {} names: {list}", place.en),
        ),
        Localized::text(
            format!("nơi gần nhất nêu thời gian là {}", place.vi),
            format!("the nearest place that names a period is {}", place.en),
        ),
        Localized::text(
            format!("hãy gõ `period: {}`", spelling::period(*first)),
            format!("type `period: {}`", spelling::period(*first)),
        ),
    )
}

fn part_only(
    dimension: &Dimension,
    found: &[MemberIndex],
) -> (Code, Localized, Localized, Localized) {
    let names = names(dimension, found);
    let id = found.first().map_or("", |first| &dimension.members[first.0].id);
    (
        Code::BreakdownDiffers,
        Localized::text(
            format!(
                "con số này chỉ là của {}, mục này không ghi breakdown theo `{}`",
                names.vi, dimension.id
            ),
            format!(
                "this figure stands for {} only, and the row has no breakdown by `{}`",
                names.en, dimension.id
            ),
        ),
        Localized::text(
            format!("nêu ngay cạnh con số: {}", names.vi),
            format!("named beside the figure: {}", names.en),
        ),
        Localized::text(
            format!("thêm vào mục này `breakdown: {{{}: {id}}}`", dimension.id),
            format!("add to the row `breakdown: {{{}: {id}}}`", dimension.id),
        ),
    )
}

fn names(dimension: &Dimension, members: &[MemberIndex]) -> Localized {
    Localized::from_fn(|language| {
        members
            .iter()
            .map(|member| dimension.members[member.0].name.get(language).as_str())
            .collect::<Vec<_>>()
            .join(", ")
    })
}

fn breakdown_differs(
    dimension: &Dimension,
    claimed: MemberIndex,
    found: &[MemberIndex],
) -> (Code, Localized, Localized, Localized) {
    let claimed = &dimension.members[claimed.0];
    let names = names(dimension, found);
    let Some(first) = found.first() else {
        return (
            Code::BreakdownDiffers,
            Localized::text(
                format!("không nơi nào nêu “{}” cho con số này", claimed.name.vi),
                format!("“{}” is named nowhere for this figure", claimed.name.en),
            ),
            Localized::text(
                "đoạn, bảng và các đề mục đều không nêu",
                "neither the unit nor the table nor the headings name it",
            ),
            Localized::text(
                format!(
                    "bỏ `{}` khỏi breakdown, hoặc thêm từ mà đoạn văn dùng vào `terms` trong \
                     dimensions.yaml",
                    dimension.id
                ),
                format!(
                    "leave `{}` out of the breakdown, or add the words that the text uses to \
                     `terms` in dimensions.yaml",
                    dimension.id
                ),
            ),
        );
    };
    let id = &dimension.members[first.0].id;
    (
        Code::BreakdownDiffers,
        Localized::text(
            format!("con số này là của {}, không phải {}", names.vi, claimed.name.vi),
            format!("this figure stands for {}, not for {}", names.en, claimed.name.en),
        ),
        Localized::text(
            format!("nêu gần con số nhất: {}", names.vi),
            format!("named nearest to the figure: {}", names.en),
        ),
        Localized::text(
            format!(
                "hãy gõ `breakdown: {{{}: {id}}}`, hoặc trích đúng con số của {}",
                dimension.id, claimed.name.vi
            ),
            format!(
                "type `breakdown: {{{}: {id}}}`, or quote the figure for {}",
                dimension.id, claimed.name.en
            ),
        ),
    )
}
