//! A small portal for tests: two provinces and a commune, four plans, every kind of statement.

use crate::language::{Localized, date::Date};
use crate::portal::*;

fn text(vi: &str, en: &str) -> Localized {
    Localized::text(vi, en)
}

/// A text in one language, built up unit by unit.
#[derive(Default)]
struct TextMaker {
    text: PlanText,
}

impl TextMaker {
    fn unit(
        &mut self,
        anchor: String,
        clause: ClauseIndex,
        kind: UnitKind,
        words: &str,
    ) -> UnitIndex {
        let runs = vec![Run {
            range: 0..words.len(),
            strong: kind == UnitKind::Head,
            emphasis: false,
            link: None,
        }];
        self.text.units.push(Unit {
            anchor,
            clause,
            kind,
            text: words.to_owned(),
            runs,
            origins: vec![(0, 0)],
            note_marks: Vec::new(),
        });
        UnitIndex(self.text.units.len() - 1)
    }

    fn clause(
        &mut self,
        anchor: &str,
        label: &str,
        kind: ClauseKind,
        parent: Option<ClauseIndex>,
        head: &str,
    ) -> ClauseIndex {
        let index = ClauseIndex(self.text.clauses.len());
        let depth = parent.map_or(1, |parent| self.text.clause(parent).depth + 1);
        self.text.clauses.push(Clause {
            anchor: anchor.to_owned(),
            label: label.to_owned(),
            kind,
            parent,
            children: Vec::new(),
            head: None,
            is_heading: kind != ClauseKind::Letter && kind != ClauseKind::Preamble,
            blocks: Vec::new(),
            depth,
        });
        if let Some(parent) = parent {
            self.text.clauses[parent.0].children.push(index);
        }
        if !head.is_empty() {
            let unit = self.unit(format!("{anchor}-h"), index, UnitKind::Head, head);
            self.text.clauses[index.0].head = Some(unit);
        }
        index
    }

    fn paragraph(&mut self, clause: ClauseIndex, number: usize, words: &str) -> UnitIndex {
        let anchor = format!("{}-p{number}", self.text.clause(clause).anchor);
        let unit = self.unit(anchor, clause, UnitKind::Paragraph, words);
        self.text.clauses[clause.0].blocks.push(Block::Paragraph(unit));
        unit
    }

    fn list(&mut self, clause: ClauseIndex, items: &[&str]) {
        let anchor = self.text.clause(clause).anchor.clone();
        let items = items
            .iter()
            .enumerate()
            .map(|(number, words)| ListItem {
                unit: self.unit(
                    format!("{anchor}-b{}", number + 1),
                    clause,
                    UnitKind::Bullet { depth: 1 },
                    words,
                ),
                marker: '-',
                children: Vec::new(),
            })
            .collect();
        self.text.clauses[clause.0].blocks.push(Block::List(items));
    }

    fn table(&mut self, clause: ClauseIndex, header: &[&str], rows: &[&[&str]]) {
        let anchor = self.text.clause(clause).anchor.clone();
        let line = |maker: &mut TextMaker, row: usize, cells: &[&str]| -> Vec<UnitIndex> {
            cells
                .iter()
                .enumerate()
                .map(|(column, words)| {
                    let kind =
                        UnitKind::Cell { table: 1, row: row as u16, column: column as u16 + 1 };
                    maker.unit(format!("{anchor}-r{row}-c{}", column + 1), clause, kind, words)
                })
                .collect()
        };
        let header = line(self, 0, header);
        let rows = rows
            .iter()
            .enumerate()
            .map(|(row, cells)| TableRow {
                anchor: format!("{anchor}-r{}", row + 1),
                cells: line(self, row + 1, cells),
            })
            .collect();
        self.text.clauses[clause.0].blocks.push(Block::Table(Table { header, rows }));
    }
}

fn plan_2022(words: [&str; 4], labels: [&str; 2]) -> PlanText {
    let mut maker = TextMaker::default();
    let two = maker.clause("ii", labels[0], ClauseKind::Roman, None, words[0]);
    let one = maker.clause("ii.1", labels[1], ClauseKind::Decimal, Some(two), words[1]);
    maker.list(one, &words[2..]);
    maker.text
}

fn plan_2025(vi: bool) -> PlanText {
    let say =
        |vietnamese: &'static str, english: &'static str| if vi { vietnamese } else { english };
    let mut maker = TextMaker::default();
    let opening = maker.clause("mo-dau", "", ClauseKind::Preamble, None, "");
    maker.paragraph(
        opening,
        1,
        say(
            "Kế hoạch thực hiện Nghị quyết số 47/NQ-HĐND.",
            "This plan carries out Resolution No. 47/NQ-HĐND.",
        ),
    );
    let two = maker.clause("ii", "II.", ClauseKind::Roman, None, say("MỤC TIÊU", "TARGETS"));
    let one = maker.clause(
        "ii.1",
        "1.",
        ClauseKind::Decimal,
        Some(two),
        say("Mục tiêu đến năm 2030", "Targets by 2030"),
    );
    maker.paragraph(
        one,
        1,
        say(
            "Phấn đấu đến năm 2030 huy động trẻ nhà trẻ đến trường đạt 48,5%; phổ cập mẫu giáo \
             <3 - 5 tuổi>.",
            "By 2030, 48.5% of nursery-age children attend school; universal kindergarten <aged \
             3–5>.",
        ),
    );
    maker.list(
        one,
        &[
            say(
                "Tỷ lệ hoàn thành cấp tiểu học đạt 99,5%, trung học cơ sở đạt ít nhất 95%.",
                "Completion of primary reaches 99.5%, of lower secondary at least 95%.",
            ),
            say(
                "Cấp tiểu học, trung học cơ sở đạt 100%.",
                "Primary and lower secondary reach 100%.",
            ),
        ],
    );
    let letter = maker.clause(
        "ii.1.a",
        "a)",
        ClauseKind::Letter,
        Some(one),
        say(
            "Sở Giáo dục và Đào tạo báo cáo trước ngày 10/12 hằng năm.",
            "The Department reports before 10 December every year.",
        ),
    );
    maker.paragraph(letter, 1, say("Các sở phối hợp.", "The departments work together."));
    let appendix = maker.clause(
        "pl",
        say("Phụ lục", "Appendix"),
        ClauseKind::Appendix,
        None,
        say("Chỉ tiêu", "Targets"),
    );
    maker.table(
        appendix,
        &[say("TT", "No."), say("Chỉ tiêu", "Indicator"), "2030"],
        &[&[
            "1",
            say("Trường đạt chuẩn", "Standard schools"),
            say("tăng 3 trường", "increase by 3 schools"),
        ]],
    );
    maker.text
}

fn place(
    slug: &str,
    name: [&str; 2],
    full_name: [&str; 2],
    kind: PlaceKind,
    parent: Option<usize>,
) -> Place {
    Place {
        slug: slug.to_owned(),
        name: text(name[0], name[1]),
        full_name: text(full_name[0], full_name[1]),
        kind,
        parent: parent.map(PlaceIndex),
        code: Some(PlaceCode {
            list: Date::new(2025, 7, 1).expect("a date"),
            value: "20".to_owned(),
        }),
        region: (kind == PlaceKind::Province)
            .then(|| text("Trung du và miền núi phía Bắc", "Northern Midlands and Mountains")),
        communes: (kind == PlaceKind::Province)
            .then(|| CommuneCount { count: 65, date: Date::new(2025, 7, 1).expect("a date") }),
        former_names: Vec::new(),
        other_communes: Vec::new(),
        facts: vec![DatedFact {
            date: Date::new(2025, 7, 1).expect("a date"),
            text: text("Chính quyền địa phương hai cấp.", "Local government has two tiers."),
        }],
    }
}

fn indicator(
    id: &str,
    topic: usize,
    name: [&str; 2],
    measure: Measure,
    direction: Direction,
) -> Indicator {
    Indicator {
        id: id.to_owned(),
        topic: TopicIndex(topic),
        name: text(name[0], name[1]),
        definition: text("Định nghĩa của chỉ tiêu.", "What the indicator measures."),
        measure,
        direction,
        breakdowns: vec![DimensionIndex(0)],
        denominator: None,
        terms: Localized::default(),
        words: Localized::default(),
        wording: Localized::default(),
        deed: None,
    }
}

fn plan(
    slug: &str,
    place: usize,
    number: Option<&str>,
    kind: [&str; 2],
    date: &str,
    status: PlanStatus,
    plan_text: Localized<PlanText>,
) -> Plan {
    Plan {
        slug: slug.to_owned(),
        place: PlaceIndex(place),
        number: number.map(str::to_owned),
        document_type: text(kind[0], kind[1]),
        title: text(
            "Phát triển giáo dục và đào tạo đến năm 2030",
            "Developing education and training to 2030",
        ),
        issuer: text("Ủy ban nhân dân tỉnh Lạng Sơn", "Lang Son Provincial People’s Committee"),
        date: Date::parse(date).expect("a date"),
        signer: Some(Signer {
            name: "Dương Xuân Huyên".to_owned(),
            role: text("Phó Chủ tịch", "Vice Chairperson"),
        }),
        status,
        text_grade: TextGrade::Edition,
        uncovered: Vec::new(),
        translation: Translation::Whole,
        unconfirmed: std::collections::BTreeMap::new(),
        has_signed_text: false,
        signed_text_path: None,
        original: Some(Original {
            url: Some("https://langson.gov.vn".to_owned()),
            page: None,
            file: None,
            sha256: None,
            posted: None,
            description: text(
                "Cổng thông tin điện tử tỉnh Lạng Sơn",
                "Portal of Lang Son Province",
            ),
        }),
        relations: vec![Relation {
            kind: RelationKind::Implements,
            document: text("Nghị quyết số 47/NQ-HĐND", "Resolution No. 47/NQ-HĐND"),
            identity: DocumentIdentity::default(),
            plan: None,
            note: None,
        }],
        dropped: Vec::new(),
        notes: Vec::new(),
        aliases: Vec::new(),
        corrections: Vec::new(),
        text: plan_text,
    }
}

/// A statement before its evidence is looked up: the quote in both languages, and the figure in it.
struct Claim {
    id: &'static str,
    kind: StatementKind,
    indicator: usize,
    member: Option<usize>,
    goal: Goal,
    period: Period,
    plan: usize,
    anchor: &'static str,
    quote: [&'static str; 2],
    figure: [&'static str; 2],
}

fn claim(portal: &mut Portal, claim: Claim) {
    let plan = &portal.plans[claim.plan];
    let unit = plan.text.vi.unit_by_anchor(claim.anchor).expect("the unit");
    let quote = |language| {
        let words = &plan.text.get(language).unit(unit).text;
        let [quote, figure] = match language {
            crate::language::Language::Vi => [claim.quote[0], claim.figure[0]],
            crate::language::Language::En => [claim.quote[1], claim.figure[1]],
        };
        let range = |part: &str| {
            let start = words.find(part).expect("the quote stands in the unit");
            start..start + part.len()
        };
        Quote { text: quote.to_owned(), range: range(quote), figure: range(figure) }
    };
    let evidence = Evidence::Clause {
        plan: PlanIndex(claim.plan),
        unit,
        quote: Localized::from_fn(quote),
        period: PeriodProof::Unit,
        carried_from: None,
        in_signed_text: false,
        reading: None,
    };
    let place = plan.place;
    portal.statements.push(Statement {
        id: claim.id.to_owned(),
        kind: claim.kind,
        place,
        indicator: IndicatorIndex(claim.indicator),
        breakdown: Breakdown(
            claim
                .member
                .map(|member| (DimensionIndex(0), MemberIndex(member)))
                .into_iter()
                .collect(),
        ),
        goal: claim.goal,
        period: claim.period,
        denominator: None,
        evidence,
        note: None,
        series_break: false,
        uncertain: false,
        provisional: false,
        replaced_by: None,
        conflicts_with: None,
        corrections: Vec::new(),
    });
}

fn value(comparator: Comparator, value: &str) -> Goal {
    Goal::Value { comparator, value: value.parse().expect("a decimal") }
}

/// The same statement, standing by the reading of an editor.
pub fn read_by_editor(mut statement: Statement) -> Statement {
    if let Evidence::Clause { reading, .. } = &mut statement.evidence {
        *reading = Some(text(
            "“Cán mốc” ở đây nghĩa là đạt.",
            "“Cán mốc” (pass the mark) means reach here.",
        ));
    }
    statement
}

/// The portal of the tests.
pub fn portal() -> Portal {
    let member = |id: &str, vi: &str, en: &str| Member {
        id: id.to_owned(),
        name: text(vi, en),
        terms: Localized::default(),
    };
    let words_2022 = Localized::new(
        plan_2022(
            [
                "MỤC TIÊU",
                "Giai đoạn 2021 - 2025",
                "Huy động trẻ nhà trẻ đạt 30%.",
                "Duy trì phổ cập giáo dục mầm non cho trẻ 5 tuổi.",
            ],
            ["II.", "1."],
        ),
        plan_2022(
            [
                "TARGETS",
                "The period 2021–2025",
                "Nursery enrolment reaches 30%.",
                "Maintain universal preschool education for 5-year-olds.",
            ],
            ["II.", "1."],
        ),
    );
    let words_other = Localized::new(
        plan_2022(
            [
                "MỤC TIÊU",
                "Đến năm 2030",
                "Huy động trẻ nhà trẻ đạt trên 57,6%.",
                "Các trường phối hợp.",
            ],
            ["II.", "1."],
        ),
        plan_2022(
            ["TARGETS", "By 2030", "Nursery enrolment exceeds 57.6%.", "Schools work together."],
            ["II.", "1."],
        ),
    );
    let date = Date::new(2026, 11, 22).expect("a date");
    let mut portal = Portal {
        title: text("Minh bạch kế hoạch giáo dục", "Education plans in the open"),
        description: text(
            "Các tỉnh và xã đã hứa gì cho giáo dục.",
            "What provinces and communes have promised for education.",
        ),
        publisher: text("Nhóm biên tập", "The editors"),
        licence: Some(Licence {
            name: text("CC BY 4.0", "CC BY 4.0"),
            url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        }),
        contact: Some(Contact {
            email: Some("hop-thu@example.vn".to_owned()),
            ..Contact::default()
        }),
        legal_basis: Some(text(
            "Luật Tiếp cận thông tin số 104/2016/QH13.",
            "Law on Access to Information No. 104/2016/QH13.",
        )),
        site_url: Some("https://example.vn/minh-bach".to_owned()),
        as_of: date,
        status_method: StatusMethod::Linear,
        png: true,
        topics: vec![
            Topic {
                slug: "preschool".to_owned(),
                name: text("Giáo dục mầm non", "Early childhood education"),
            },
            Topic {
                slug: "attainment".to_owned(), name: text("Kết quả học tập", "Attainment")
            },
        ],
        dimensions: vec![Dimension {
            id: "level".to_owned(),
            name: text("Cấp học", "Level of education"),
            members: vec![
                member("primary", "tiểu học", "primary"),
                member("lower-secondary", "trung học cơ sở", "lower secondary"),
            ],
        }],
        units: vec![CountUnit {
            id: "count:school".to_owned(),
            name_vi: "trường".to_owned(),
            name_en_one: "school".to_owned(),
            name_en_other: "schools".to_owned(),
            terms: Localized::default(),
        }],
        indicators: vec![
            indicator(
                "nursery-enrolment",
                0,
                ["Tỷ lệ huy động trẻ nhà trẻ", "Nursery enrolment rate"],
                Measure::Percent,
                Direction::Up,
            ),
            indicator(
                "universal-preschool-age-5",
                0,
                [
                    "Phổ cập giáo dục mầm non cho trẻ 5 tuổi",
                    "Universal preschool education for 5-year-olds",
                ],
                Measure::Milestone,
                Direction::Neither,
            ),
            indicator(
                "completion",
                1,
                ["Tỷ lệ hoàn thành cấp học", "Completion rate"],
                Measure::Percent,
                Direction::Up,
            ),
            indicator(
                "standard-schools",
                1,
                ["Số trường đạt chuẩn quốc gia", "Schools meeting national standards"],
                Measure::Counted("count:school".to_owned()),
                Direction::Up,
            ),
            indicator(
                "reporting-deadline",
                1,
                ["Hạn báo cáo", "Reporting deadline"],
                Measure::Date,
                Direction::Neither,
            ),
            indicator(
                "literacy",
                1,
                ["Tỷ lệ biết chữ", "Literacy rate"],
                Measure::Percent,
                Direction::Up,
            ),
            indicator(
                "two-sessions-a-day",
                1,
                ["Học 2 buổi/ngày", "Two sessions a day"],
                Measure::Percent,
                Direction::Up,
            ),
        ],
        country: None,
        places: vec![
            place(
                "lang-son",
                ["Lạng Sơn", "Lang Son"],
                ["Tỉnh Lạng Sơn", "Lang Son Province"],
                PlaceKind::Province,
                None,
            ),
            place(
                "bang-mac",
                ["Bằng Mạc", "Bang Mac"],
                ["Xã Bằng Mạc", "Bang Mac Commune"],
                PlaceKind::Commune,
                Some(0),
            ),
            place(
                "cao-bang",
                ["Cao Bằng", "Cao Bang"],
                ["Tỉnh Cao Bằng", "Cao Bang Province"],
                PlaceKind::Province,
                None,
            ),
        ],
        plans: vec![
            plan(
                "43-2022",
                0,
                Some("43/KH-UBND"),
                ["Kế hoạch", "Plan"],
                "2022-02-23",
                PlanStatus::Signed,
                words_2022,
            ),
            plan(
                "243-2025",
                0,
                Some("243/KH-UBND"),
                ["Kế hoạch", "Plan"],
                "2025-09-27",
                PlanStatus::Signed,
                Localized::new(plan_2025(true), plan_2025(false)),
            ),
            plan(
                "nghi-quyet-2025",
                1,
                None,
                ["Nghị quyết", "Resolution"],
                "2025-10-16",
                PlanStatus::Signed,
                words_other.clone(),
            ),
            plan(
                "du-thao-2026",
                2,
                None,
                ["Kế hoạch", "Plan"],
                "2026-02",
                PlanStatus::Draft,
                words_other,
            ),
        ],
        statements: Vec::new(),
        glossary: vec![Term {
            name: text("Ủy ban nhân dân", "People’s Committee"),
            abbreviation: Some("UBND".to_owned()),
            full: None,
            note: None,
        }],
        pages: vec![
            ProsePage {
                slug: "about".to_owned(),
                title: text("Giới thiệu", "About"),
                html: text("<p>Cổng này.</p>", "<p>This portal.</p>"),
            },
            ProsePage {
                slug: "method".to_owned(),
                title: text("Phương pháp", "Method"),
                html: text("<p>Cách làm.</p>", "<p>How it is done.</p>"),
            },
        ],
    };
    let note = PlanNote {
        unit: portal.plans[1].text.vi.unit_by_anchor("ii.1-b2"),
        text: text("Bản gốc in hai lần.", "The original prints it twice."),
    };
    portal.plans[1].notes.push(note);
    portal.plans[1].notes.push(PlanNote {
        unit: None,
        text: text("Văn bản gốc thiếu một trang.", "A page of the original is missing."),
    });
    statements(&mut portal);
    portal
}

fn statements(portal: &mut Portal) {
    let stage = Period::Stage { from: 2021, to: 2025 };
    let target = |id, indicator, member, goal, plan, anchor, quote, figure| Claim {
        id,
        kind: StatementKind::Target,
        indicator,
        member,
        goal,
        period: Period::Year(2030),
        plan,
        anchor,
        quote,
        figure,
    };
    let reach = Comparator::Reach;
    let nursery_2025 = target(
        "nursery-enrolment-2025",
        0,
        None,
        value(reach, "30"),
        0,
        "ii.1-b1",
        ["Huy động trẻ nhà trẻ đạt 30%", "Nursery enrolment reaches 30%"],
        ["30%", "30%"],
    );
    claim(portal, Claim { period: stage, ..nursery_2025 });
    let maintained = target(
        "universal-preschool-age-5-2025",
        1,
        None,
        Goal::Maintain,
        0,
        "ii.1-b2",
        [
            "Duy trì phổ cập giáo dục mầm non cho trẻ 5 tuổi",
            "Maintain universal preschool education for 5-year-olds",
        ],
        [
            "Duy trì phổ cập giáo dục mầm non cho trẻ 5 tuổi",
            "Maintain universal preschool education for 5-year-olds",
        ],
    );
    claim(portal, Claim { period: stage, ..maintained });
    claim(
        portal,
        target(
            "nursery-enrolment-2030",
            0,
            None,
            value(reach, "48.5"),
            1,
            "ii.1-p1",
            ["huy động trẻ nhà trẻ đến trường đạt 48,5%", "48.5% of nursery-age children"],
            ["48,5%", "48.5%"],
        ),
    );
    let completion =
        ["Tỷ lệ hoàn thành cấp tiểu học đạt 99,5%", "Completion of primary reaches 99.5%"];
    claim(
        portal,
        target(
            "completion-primary-2030",
            2,
            Some(0),
            value(reach, "99.5"),
            1,
            "ii.1-b1",
            completion,
            ["99,5%", "99.5%"],
        ),
    );
    let completion = ["trung học cơ sở đạt ít nhất 95%", "of lower secondary at least 95%"];
    claim(
        portal,
        target(
            "completion-lower-secondary-2030",
            2,
            Some(1),
            value(Comparator::AtLeast, "95"),
            1,
            "ii.1-b1",
            completion,
            ["ít nhất 95%", "at least 95%"],
        ),
    );
    for (id, member) in
        [("two-sessions-a-day-primary-2030", 0), ("two-sessions-a-day-lower-secondary-2030", 1)]
    {
        let both =
            ["Cấp tiểu học, trung học cơ sở đạt 100%", "Primary and lower secondary reach 100%"];
        claim(
            portal,
            target(id, 6, Some(member), value(reach, "100"), 1, "ii.1-b2", both, ["100%", "100%"]),
        );
    }
    let deadline = target(
        "reporting-deadline",
        4,
        None,
        Goal::Before(DueDay::EveryYear { month: 12, day: 10 }),
        1,
        "ii.1.a-h",
        ["báo cáo trước ngày 10/12 hằng năm", "reports before 10 December every year"],
        ["trước ngày 10/12 hằng năm", "before 10 December every year"],
    );
    claim(
        portal,
        Claim {
            kind: StatementKind::Deadline,
            period: Period::EveryYear { until: None },
            ..deadline
        },
    );
    let schools = ["tăng 3 trường", "increase by 3 schools"];
    claim(
        portal,
        target(
            "standard-schools-2030",
            3,
            None,
            value(Comparator::IncreaseBy(Bound::Exactly), "3"),
            1,
            "pl-r1-c3",
            schools,
            schools,
        ),
    );
    claim(
        portal,
        target(
            "nursery-enrolment-2030",
            0,
            None,
            value(Comparator::Above, "57.6"),
            2,
            "ii.1-b1",
            ["trên 57,6%", "exceeds 57.6%"],
            ["trên 57,6%", "exceeds 57.6%"],
        ),
    );
    claim(
        portal,
        target(
            "nursery-enrolment-2030",
            0,
            None,
            value(Comparator::Above, "57.6"),
            3,
            "ii.1-b1",
            ["trên 57,6%", "exceeds 57.6%"],
            ["trên 57,6%", "exceeds 57.6%"],
        ),
    );
    let first = portal.statements[0].clone();
    portal.statements.push(Statement {
        id: "nursery-enrolment-2024-2025-result".to_owned(),
        kind: StatementKind::Result,
        goal: value(reach, "41"),
        period: Period::SchoolYear(2024),
        evidence: Evidence::Outside(OutsideSource {
            title: text("Báo cáo tổng kết năm học", "End-of-year report"),
            url: Some("https://example.vn/bao-cao".to_owned()),
        }),
        ..first
    });
}
