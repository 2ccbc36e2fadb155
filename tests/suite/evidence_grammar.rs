//! The grammar turned round: sentences made of a comparator, a value, a time, a group and an order
//! of words are read back to what they were made of, and to nothing else.

use minhbach::evidence::Failure;
use minhbach::language::Language;
use minhbach::portal::{Comparator, Goal, Period};
use rust_decimal::Decimal;

use crate::evidence_prover::{Row, catalogue};

/// A name of what is measured, with the group that it is of; in front of a figure, and behind one.
struct Subject {
    indicator: &'static str,
    group: Option<(&'static str, &'static str)>,
    before: [&'static str; 2],
    behind: [&'static str; 2],
}

const SUBJECTS: [Subject; 7] = [
    Subject {
        indicator: "national-standard-schools",
        group: None,
        before: [
            "tỷ lệ trường đạt chuẩn quốc gia",
            "the share of schools meeting the national standard",
        ],
        behind: ["số trường đạt chuẩn quốc gia", "of schools meet the national standard"],
    },
    Subject {
        indicator: "national-standard-schools",
        group: Some(("level", "primary")),
        before: [
            "tỷ lệ trường tiểu học đạt chuẩn quốc gia",
            "the share of primary schools meeting the national standard",
        ],
        behind: [
            "số trường tiểu học đạt chuẩn quốc gia",
            "of primary schools meet the national standard",
        ],
    },
    Subject {
        indicator: "national-standard-schools",
        group: Some(("level", "upper-secondary")),
        before: [
            "tỷ lệ trường trung học phổ thông đạt chuẩn quốc gia",
            "the share of upper secondary schools meeting the national standard",
        ],
        behind: [
            "số trường trung học phổ thông đạt chuẩn quốc gia",
            "of upper secondary schools meet the national standard",
        ],
    },
    Subject {
        indicator: "solid-classrooms",
        group: None,
        before: ["tỷ lệ phòng học kiên cố", "the share of solid classrooms"],
        behind: ["số phòng học được kiên cố", "of classrooms are solid"],
    },
    Subject {
        indicator: "dropout-rate",
        group: None,
        before: ["tỷ lệ học sinh bỏ học", "the dropout rate"],
        behind: ["", ""],
    },
    Subject {
        indicator: "poor-households",
        group: None,
        before: ["tỷ lệ hộ nghèo", "the share of poor households"],
        behind: ["", ""],
    },
    Subject {
        indicator: "health-insurance",
        group: None,
        before: [
            "tỷ lệ dân số tham gia bảo hiểm y tế",
            "the share of the population with health insurance",
        ],
        behind: ["dân số tham gia bảo hiểm y tế", "of the population have health insurance"],
    },
];

/// Ways to write one thing, in Vietnamese and in English.
type Ways = [&'static [&'static str]; 2];

/// Words of a comparator: with its verb behind a name, and at the beginning. `#` is the value.
const COMPARATORS: [(Comparator, Ways, Ways); 6] = [
    (
        Comparator::Reach,
        [&["đạt #%", "là #%", "phải đạt #%"], &["reaches #%", "is #%", "must reach #%"]],
        [&["#%"], &["#%"]],
    ),
    (
        Comparator::AtLeast,
        [
            &[
                "đạt ít nhất #%",
                "không thấp hơn #%",
                "đạt #% trở lên",
                "tối thiểu phải đạt #%",
                "đạt từ #% trở lên",
            ],
            &["reaches at least #%", "is no less than #%", "reaches #% or more", "is not below #%"],
        ],
        [
            &["ít nhất #%", "tối thiểu #%", "từ #% trở lên"],
            &["at least #%", "no fewer than #%", "#% or more"],
        ],
    ),
    (
        Comparator::Above,
        [
            &["đạt trên #%", "vượt #%", "cao hơn #%"],
            &["is over #%", "exceeds #%", "is above #%", "is higher than #%"],
        ],
        [&["trên #%", "hơn #%"], &["over #%", "more than #%"]],
    ),
    (
        Comparator::AtMost,
        [
            &["không quá #%", "tối đa #%", "không vượt quá #%", "không cao hơn #%"],
            &["is at most #%", "is no more than #%", "does not exceed #%"],
        ],
        [&["không quá #%", "tối đa #%"], &["at most #%", "no more than #%"]],
    ),
    (
        Comparator::Below,
        [
            &["dưới #%", "còn dưới #%", "thấp hơn #%"],
            &["is below #%", "is under #%", "is less than #%"],
        ],
        [&["dưới #%"], &["under #%", "fewer than #%"]],
    ),
    (
        Comparator::About,
        [&["đạt khoảng #%", "xấp xỉ #%"], &["is about #%", "reaches approximately #%"]],
        [&["khoảng #%"], &["about #%"]],
    ),
];

/// When: a time in front, and one behind; the heading says 2030.
const TIMES: [(Period, [&str; 2], [&str; 2]); 6] = [
    (Period::Year(2030), ["", ""], ["", ""]),
    (Period::Year(2028), ["đến năm 2028, ", "by 2028, "], [" vào năm 2028", " by 2028"]),
    (
        Period::Year(2027),
        ["đến hết năm 2027, ", "by the end of 2027, "],
        [" vào cuối năm 2027", " by the end of 2027"],
    ),
    (Period::Year(2035), ["năm 2035, ", "in 2035, "], [" trong năm 2035", " in 2035"]),
    (
        Period::Stage { from: 2026, to: 2029 },
        ["giai đoạn 2026 - 2029, ", "in 2026–2029, "],
        [" trong giai đoạn 2026 - 2029", " in 2026–2029"],
    ),
    (
        Period::Quarter { year: 2029, quarter: 3 },
        ["quý III/2029, ", "in the third quarter of 2029, "],
        [" trong quý III/2029", " in the third quarter of 2029"],
    ),
];

const OPENINGS: [&[&str]; 2] = [
    &["", "", "phấn đấu ", "bảo đảm ", "quyết tâm để "],
    &["", "", "ensure that ", "strive so that "],
];

/// The same numbers each time (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).expect("small")).expect("small")
    }

    fn one<'of, T>(&mut self, of: &'of [T]) -> &'of T {
        &of[self.below(of.len())]
    }
}

struct Made {
    text: String,
    row: Row,
}

fn sentence(dice: &mut Dice, language: Language) -> Made {
    let at = usize::from(language == Language::En);
    let subject = dice.one(&SUBJECTS);
    let (comparator, with_verb, alone) = dice.one(&COMPARATORS);
    let (period, in_front, at_the_end) = dice.one(&TIMES);
    let value = Decimal::new(i64::try_from(10 + dice.below(889)).expect("small"), 1).normalize();
    let number = if language == Language::Vi {
        value.to_string().replace('.', ",")
    } else {
        value.to_string()
    };
    let figure = |form: &str| form.replace('#', &number);
    let opening = dice.one(OPENINGS[at]);
    let is_behind = dice.below(3) == 0 && !subject.behind[at].is_empty();
    let core = if is_behind {
        format!("{} {}", figure(dice.one::<&str>(alone[at])), subject.behind[at])
    } else {
        format!("{} {}", subject.before[at], figure(dice.one::<&str>(with_verb[at])))
    };
    let text = if dice.below(2) == 0 {
        format!("{}{opening}{core}", in_front[at])
    } else {
        format!("{opening}{core}{}", at_the_end[at])
    };
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let goal = Goal::Value { comparator: *comparator, value };
    let row = Row { indicator: subject.indicator, goal, period: *period, group: subject.group };
    Made { text: format!("{first}{}.", letters.as_str()), row }
}

/// What the row may not be turned into, each with the failure that must tell of it.
type Change = (&'static str, Row, fn(&Failure) -> bool);

fn changes(dice: &mut Dice, row: &Row) -> Vec<Change> {
    let Goal::Value { comparator, value } = row.goal else { unreachable!("values alone are made") };
    let others: Vec<Comparator> =
        COMPARATORS.iter().map(|(other, ..)| *other).filter(|other| *other != comparator).collect();
    let is_goal = |failure: &Failure| matches!(failure, Failure::Goal { .. });
    let mut changes: Vec<Change> = vec![
        (
            "comparator",
            Row { goal: Goal::Value { comparator: *dice.one(&others), value }, ..row.clone() },
            is_goal,
        ),
        (
            "value + 1",
            Row { goal: Goal::Value { comparator, value: value + Decimal::ONE }, ..row.clone() },
            is_goal,
        ),
        (
            "value - 1",
            Row { goal: Goal::Value { comparator, value: value - Decimal::ONE }, ..row.clone() },
            is_goal,
        ),
    ];
    let periods: Vec<Period> =
        TIMES.iter().map(|(other, ..)| *other).filter(|other| *other != row.period).collect();
    changes.push(("period", Row { period: *dice.one(&periods), ..row.clone() }, |failure| {
        matches!(failure, Failure::Period { .. })
    }));
    let groups: &[Option<(&str, &str)>] = match row.indicator {
        "national-standard-schools" => &[
            None,
            Some(("level", "primary")),
            Some(("level", "upper-secondary")),
            Some(("level", "preschool")),
        ],
        "solid-classrooms" => &[None, Some(("level", "primary"))],
        _ => &[None],
    };
    let groups: Vec<_> = groups.iter().copied().filter(|group| *group != row.group).collect();
    if !groups.is_empty() {
        changes.push(("group", Row { group: *dice.one(&groups), ..row.clone() }, |failure| {
            matches!(failure, Failure::Breakdown { .. } | Failure::PartOnly { .. })
        }));
    }
    changes
}

fn sentences_are_read_back(language: Language, seed: u64) {
    let mut dice = Dice(seed);
    let mut wrong = Vec::new();
    for _ in 0..400 {
        let Made { text, row } = sentence(&mut dice, language);
        let quote = text.trim_end_matches('.');
        let prove = |row: &Row| catalogue().prove(&text, quote, language, row);
        if let Err(failures) = prove(&row) {
            wrong.push(format!("not read back: {text} {row:?}: {failures:?}"));
            continue;
        }
        for (what, other, is_told) in changes(&mut dice, &row) {
            match prove(&other) {
                Ok(_) => wrong.push(format!("another {what} is proven: {text} {other:?}")),
                Err(failures) if !failures.iter().any(is_told) => {
                    wrong.push(format!("another {what} is not told: {text} {failures:?}"))
                }
                Err(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} of 400:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn vietnamese_sentences_are_read_back_to_what_they_were_made_of() {
    sentences_are_read_back(Language::Vi, 0x5EED_0001);
}

#[test]
fn english_sentences_are_read_back_to_what_they_were_made_of() {
    sentences_are_read_back(Language::En, 0x5EED_0002);
}
