//! The drawings read back as facts: what stands where, in which shape, under which name.

mod crossings;
mod kinds;
mod widths;

use roxmltree::{Document, Node};

use super::*;
use crate::language::Language;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn point(year: &str, kind: MarkKind, comparator: Comparator, value: &str) -> Point {
    Point {
        position: decimal(year),
        period: year.to_owned(),
        value: decimal(value),
        high: None,
        comparator,
        kind,
        text: format!("{value}%"),
        tick: year.to_owned(),
        breaks: false,
        sets_out: None,
        plan: None,
        draft: false,
        uncertain: false,
        note: None,
        standing: None,
    }
}

/// Targets of one plan, measured from the latest baseline before them.
fn measured(mut points: Vec<Point>) -> Vec<Point> {
    let baselines: Vec<(Decimal, Decimal)> = points
        .iter()
        .filter(|point| point.kind == MarkKind::Baseline)
        .map(|point| (point.position, point.value))
        .collect();
    for point in points.iter_mut().filter(|point| point.kind == MarkKind::Target) {
        point.sets_out = baselines
            .iter()
            .copied()
            .filter(|(position, _)| *position < point.position)
            .max_by_key(|(position, _)| *position);
        point.plan = Some(0);
    }
    points
}

fn path_chart(mut series: Vec<Series>) -> PathChart {
    for series in &mut series {
        series.points = measured(std::mem::take(&mut series.points));
    }
    PathChart {
        id: "p".to_owned(),
        language: Language::Vi,
        title: "Trẻ nhà trẻ đến trường".to_owned(),
        description: "Từ 38,5% năm 2025 đến ít nhất 48,5% năm 2030.".to_owned(),
        percent: true,
        unit: String::new(),
        series,
        source: "243/KH-UBND".to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }
}

fn one(points: Vec<Point>) -> PathChart {
    path_chart(vec![Series { label: String::new(), points }])
}

fn bar(label: &str, comparator: Comparator, value: &str) -> Bar {
    Bar {
        label: label.to_owned(),
        detail: "2030".to_owned(),
        value: decimal(value),
        high: None,
        comparator,
        kind: MarkKind::Target,
        text: format!("{value}%"),
        emphasised: false,
        draft: false,
        href: None,
    }
}

fn bar_chart(bars: Vec<Bar>) -> BarChart {
    BarChart {
        id: "b".to_owned(),
        language: Language::Vi,
        title: "Giữa các tỉnh".to_owned(),
        description: "Lạng Sơn trên 57,6%.".to_owned(),
        percent: true,
        bars,
        left_out: 0,
        source: "243/KH-UBND".to_owned(),
        licence: "CC BY 4.0".to_owned(),
    }
}

fn of_class<'a, 'i>(document: &'a Document<'i>, class: &str) -> Vec<Node<'a, 'i>> {
    let has = |node: &Node, class: &str| {
        node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    };
    // The key's signs are no data.
    document
        .descendants()
        .filter(|node| {
            has(node, class) && !node.ancestors().skip(1).any(|around| has(&around, "key"))
        })
        .collect()
}

fn measure(node: Node, name: &str) -> f64 {
    node.attribute(name)
        .unwrap_or_else(|| panic!("{node:?} has no {name}"))
        .parse()
        .expect("a number")
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Node<'a, 'i> {
    node.children()
        .find(|child| child.has_tag_name(name))
        .unwrap_or_else(|| panic!("{node:?} has no {name}"))
}

fn title(node: Node) -> String {
    node.children()
        .find(|child| child.tag_name().name() == "title")
        .and_then(|title| title.text())
        .unwrap_or_default()
        .to_owned()
}

/// The words of a text, in however many lines.
fn said(text: Node) -> String {
    text.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// The numbers in a path.
fn coordinates(path: Node) -> Vec<f64> {
    let numbers = path
        .attribute("d")
        .expect("a path")
        .split(|character: char| character.is_ascii_alphabetic() || character == ' ');
    numbers
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().expect("a number"))
        .collect()
}

/// The lines of all texts as (left, top, right, bottom), as wide as this crate takes them to be.
fn boxes(document: &Document) -> Vec<([f64; 4], String)> {
    document
        .descendants()
        .filter(|node| node.tag_name().name() == "text")
        .flat_map(boxes_of)
        .collect()
}

fn boxes_of(text: Node) -> Vec<([f64; 4], String)> {
    let size =
        text.attribute("font-size").map_or(13.0, |size| size.parse::<f64>().expect("a number"));
    let mut y = measure(text, "y");
    let spans: Vec<Node> =
        text.children().filter(|child| child.tag_name().name() == "tspan").collect();
    let lines = if spans.is_empty() { vec![text] } else { spans };
    let place = |line: Node| {
        y += line.attribute("dy").map_or(0.0, |down| down.parse::<f64>().expect("a number"));
        let words = line.text().unwrap_or_default().trim_end();
        let (x, width) = (measure(line, "x"), f64::from(words::width(words, size as i32)) / 10.0);
        let left = match text.attribute("text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        ([left, y - size * 0.75, left + width, y + size * 0.2], words.to_owned())
    };
    lines.into_iter().map(place).collect()
}

/// The chart's drawings for the page, narrow and wide.
fn drawings(chart: &Chart) -> Vec<Document<'_>> {
    [Some(&chart.inline), chart.wide.as_ref()]
        .into_iter()
        .flatten()
        .map(|svg| Document::parse(svg).expect("well-formed"))
        .collect()
}

fn assert_legible(chart: &Chart) {
    drawings(chart).iter().for_each(assert_nothing_overlaps_or_is_cut);
}

fn assert_nothing_overlaps_or_is_cut(document: &Document) {
    let view: Vec<f64> = document
        .root_element()
        .attribute("viewBox")
        .expect("a view box")
        .split(' ')
        .map(|part| part.parse().expect("a number"))
        .collect();
    let boxes = boxes(document);
    for (index, (one, words)) in boxes.iter().enumerate() {
        assert!(
            one[0] >= -0.6 && one[1] >= 0.0 && one[2] <= view[2] + 0.6 && one[3] <= view[3],
            "{words:?} is cut: {one:?} in {view:?}"
        );
        for (other, others) in &boxes[index + 1..] {
            let apart = one[2] <= other[0]
                || other[2] <= one[0]
                || one[3] <= other[1]
                || other[3] <= one[1];
            assert!(apart, "{words:?} and {others:?} overlap: {one:?} {other:?}");
        }
    }
}

#[test]
fn a_chart_has_a_role_a_name_a_description_and_a_language() {
    let chart = path(&one(vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "38.5"),
        point("2030", MarkKind::Target, Comparator::AtLeast, "48.5"),
    ]));
    let document = Document::parse(&chart.inline).expect("well-formed");
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("lang"), Some("vi"));
    assert_eq!(root.attribute("aria-labelledby"), Some("p-title p-desc"));
    assert_eq!(
        (child(root, "title").attribute("id"), child(root, "title").text()),
        (Some("p-title"), Some("Trẻ nhà trẻ đến trường"))
    );
    assert_eq!(child(root, "desc").attribute("id"), Some("p-desc"));
    assert_eq!((root.attribute("width"), root.attribute("height")), (None, None));
}

#[test]
fn a_file_that_stands_alone_says_what_it_is_and_where_it_comes_from() {
    let chart = bars(&bar_chart(vec![Bar {
        href: Some("lang-son.html".to_owned()),
        ..bar("Lạng Sơn", Comparator::Above, "57.6")
    }]));
    let document = Document::parse(&chart.standalone).expect("well-formed");
    assert_eq!(document.root_element().tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    assert!(measure(document.root_element(), "width") >= 640.0);
    for (class, words) in [
        ("title", "Giữa các tỉnh"),
        ("source", "Nguồn: 243/KH-UBND"),
        ("licence", "Giấy phép: CC BY 4.0"),
        ("label", "Lạng Sơn"),
    ] {
        assert_eq!(of_class(&document, class)[0].text(), Some(words));
    }
    assert!(
        !chart.standalone.contains("<a "),
        "a relative link leads nowhere from a file that was saved"
    );
    assert!(chart.inline.contains("href=\"lang-son.html\""));
}

#[test]
fn no_chart_needs_what_a_strict_policy_forbids() {
    let chart = bars(&bar_chart(vec![Bar {
        draft: true,
        ..bar("</text><script>alert(1)</script>\" onload=\"x", Comparator::AtLeast, "30")
    }]));
    for svg in [&chart.inline, chart.wide.as_ref().expect("a wide drawing"), &chart.standalone] {
        let document = Document::parse(svg).expect("well-formed");
        for node in document.descendants() {
            assert!(!["style", "script"].contains(&node.tag_name().name()));
            assert!(node.attributes().all(
                |attribute| attribute.name() != "style" && !attribute.name().starts_with("on")
            ));
            assert!(node.attribute("id").is_none_or(|id| id.starts_with("b-")));
        }
    }
}

#[test]
fn bars_are_as_long_as_their_values_and_percentages_run_to_100() {
    let linked = Bar { href: Some("a.html".to_owned()), ..bar("A", Comparator::Reach, "57.6") };
    let chart = bars(&bar_chart(vec![
        linked,
        bar("B", Comparator::Reach, "100"),
        bar("C", Comparator::Reach, "0"),
    ]));
    for document in drawings(&chart) {
        let tracks = of_class(&document, "track");
        let whole = measure(tracks[0], "width");
        let lengths: Vec<f64> = of_class(&document, "mark")
            .iter()
            .map(|mark| measure(child(*mark, "rect"), "width"))
            .collect();
        assert!((lengths[0] / whole - 0.576).abs() < 0.001, "{lengths:?} of {whole}");
        assert!((lengths[1] - whole).abs() < 0.15 && lengths[2] < 0.3);
        assert_eq!(title(of_class(&document, "row")[0]), "A, 2030: 57.6% (mục tiêu)");
        assert!(
            of_class(&document, "row")[1]
                .children()
                .all(|child| child.tag_name().name() != "title"),
            "what leads nowhere needs no name"
        );
    }
}

#[test]
fn little_is_seen_and_no_arrow_leaves_the_scale() {
    let chart = bars(&bar_chart(vec![
        bar("A", Comparator::Reach, "0.12"),
        bar("B", Comparator::Below, "0.1"),
        bar("C", Comparator::AtMost, "50"),
        bar("D", Comparator::Reach, "0"),
    ]));
    for document in drawings(&chart) {
        let marks = of_class(&document, "mark");
        let widths: Vec<f64> =
            marks.iter().map(|&mark| measure(child(mark, "rect"), "width")).collect();
        assert!(widths[0] >= 2.0 && widths[3] < 0.5, "{widths:?}");
        let zero = measure(child(marks[0], "rect"), "x");
        let tips: Vec<f64> = of_class(&document, "arrow")
            .into_iter()
            .map(|arrow| coordinates(arrow).chunks(2).map(|at| at[0]).fold(f64::MAX, f64::min))
            .collect();
        assert_eq!(
            tips.len(),
            1,
            "under a bound at zero there is no room for an arrow; its words say it"
        );
        assert!(tips[0] >= zero - 0.1, "{tips:?} {zero}");
    }
    assert_legible(&chart);
}

#[test]
fn the_whole_is_named_where_bars_reach_beyond_it() {
    let chart = bars(&bar_chart(vec![
        bar("A", Comparator::Reach, "150"),
        bar("B", Comparator::AtMost, "30"),
    ]));
    for document in drawings(&chart) {
        let named: Vec<(&str, f64)> = of_class(&document, "axis-label")
            .into_iter()
            .map(|label| (label.text().unwrap_or_default(), measure(label, "x")))
            .collect();
        let long = child(of_class(&document, "mark")[0], "rect");
        let (zero, end) = (measure(long, "x"), measure(long, "x") + measure(long, "width"));
        assert_eq!(named.iter().map(|(text, _)| *text).collect::<Vec<_>>(), ["0%", "100%"]);
        assert!((named[1].1 - zero - (end - zero) / 1.5).abs() < 0.3, "{named:?} {zero}..{end}");
    }
    assert_legible(&chart);
}

#[test]
fn bars_say_how_many_figures_they_leave_out() {
    let chart = bars(&BarChart {
        left_out: 11,
        ..bar_chart(vec![bar("A", Comparator::Reach, "50"), bar("B", Comparator::AtLeast, "30")])
    });
    for document in drawings(&chart) {
        let said: Vec<String> = of_class(&document, "left-out").into_iter().map(said).collect();
        assert_eq!(said, ["Còn 11 mức khác không vẽ ở đây; bảng trên trang có đủ."]);
        assert!(document.descendants().any(|node| node.has_tag_name("desc")
            && node.text().is_some_and(|text| text.contains("Còn 11 mức khác"))));
    }
    assert!(chart.standalone.contains("Còn 11 mức khác"));
    assert_legible(&chart);
}

#[test]
fn bars_of_negative_values_lie_left_of_zero() {
    let chart = bars(&BarChart {
        percent: false,
        ..bar_chart(vec![bar("A", Comparator::Reach, "-10"), bar("B", Comparator::Reach, "30")])
    });
    for document in drawings(&chart) {
        let marks = of_class(&document, "mark");
        let (down, up) = (child(marks[0], "rect"), child(marks[1], "rect"));
        assert!((measure(down, "x") + measure(down, "width") - measure(up, "x")).abs() < 0.2);
        assert!((measure(up, "width") / measure(down, "width") - 3.0).abs() < 0.01);
    }
}

#[test]
fn a_comparator_is_shown_as_what_it_is() {
    let comparators = [
        (Comparator::Reach, "reach", 0, 0),
        (Comparator::AtLeast, "at-least", 0, 1),
        (Comparator::Above, "above", 1, 1),
        (Comparator::AtMost, "at-most", 0, 1),
        (Comparator::Below, "below", 1, 1),
        (Comparator::Maintain, "maintain", 0, 0),
    ];
    for (comparator, class, open, arrows) in comparators {
        let charts = [
            bars(&bar_chart(vec![bar("A", comparator, "40")])),
            path(&one(vec![
                point("2025", MarkKind::Baseline, Comparator::Reach, "30"),
                point("2030", MarkKind::Target, comparator, "40"),
            ])),
        ];
        for chart in charts {
            for document in drawings(&chart) {
                let mark = of_class(&document, "target")[0];
                let count = |class| {
                    mark.descendants().filter(|node| node.attribute("class") == Some(class)).count()
                };
                assert!(
                    mark.attribute("class").is_some_and(|classes| classes.ends_with(class)),
                    "{mark:?}"
                );
                assert_eq!((count("open"), count("arrow")), (open, arrows), "{class}");
            }
        }
    }
}

#[test]
fn a_range_is_a_band_between_its_values() {
    let mut range = bar("A", Comparator::Range, "35");
    range.high = Some(decimal("40"));
    let chart = bars(&bar_chart(vec![range]));
    for document in drawings(&chart) {
        let (band, track) = (of_class(&document, "band")[0], of_class(&document, "track")[0]);
        assert!((measure(band, "width") / measure(track, "width") - 0.05).abs() < 0.002);
    }
}

#[test]
fn a_draft_is_hatched_and_called_a_draft() {
    let chart =
        bars(&bar_chart(vec![Bar { draft: true, ..bar("Cao Bằng", Comparator::Reach, "48.5") }]));
    let document = Document::parse(&chart.inline).expect("well-formed");
    assert_eq!(of_class(&document, "detail")[0].text(), Some("2030 · dự thảo"));
    assert_eq!(of_class(&document, "hatch")[0].attribute("fill"), Some("url(#b-hatch-target)"));
    assert!(document.descendants().any(|node| node.attribute("id") == Some("b-hatch-target")));
}

#[test]
fn marks_stand_where_the_values_say() {
    let chart = path(&one(vec![
        point("2020", MarkKind::Baseline, Comparator::Reach, "20"),
        point("2025", MarkKind::Result, Comparator::Reach, "40"),
        point("2030", MarkKind::Result, Comparator::Reach, "80"),
        point("2035", MarkKind::Result, Comparator::Reach, "60"),
    ]));
    for document in drawings(&chart) {
        let discs: Vec<(f64, f64)> = of_class(&document, "result")
            .into_iter()
            .map(|mark| child(mark, "circle"))
            .map(|disc| (measure(disc, "cx"), measure(disc, "cy")))
            .collect();
        assert!(
            ((discs[1].0 - discs[0].0) - (discs[2].0 - discs[1].0)).abs() < 0.25,
            "years are evenly spaced: {discs:?}"
        );
        assert!(
            ((discs[0].1 - discs[2].1) * 2.0 - (discs[0].1 - discs[1].1)).abs() < 0.35,
            "values are evenly spaced: {discs:?}"
        );
        assert!(discs[1].1 < discs[2].1 && discs[2].1 < discs[0].1, "more is higher");
        assert_eq!(title(of_class(&document, "baseline")[0]), "2020: 20% (xuất phát)");
    }
}

#[test]
fn results_are_joined_and_the_way_to_the_targets_is_dashed() {
    let chart = path(&one(vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "20"),
        point("2026", MarkKind::Result, Comparator::Reach, "25"),
        point("2028", MarkKind::Target, Comparator::Reach, "40"),
        point("2030", MarkKind::Target, Comparator::AtLeast, "60"),
    ]));
    for document in drawings(&chart) {
        let [observed, required, milestones] =
            ["observed", "required", "milestones"].map(|class| of_class(&document, class));
        assert_eq!((observed.len(), required.len(), milestones.len()), (1, 1, 1));
        let (solid, dashed, dotted) =
            (coordinates(observed[0]), coordinates(required[0]), coordinates(milestones[0]));
        assert_eq!((solid.len(), dashed.len(), dotted.len()), (4, 4, 4));
        assert_eq!(
            dotted[2..],
            dashed[2..],
            "both lead to the last target; the straight way is the one that a status measures"
        );
        assert_eq!(
            solid[..2],
            dashed[..2],
            "the way begins at the baseline, so that results are seen above or below it"
        );
        assert!(
            required[0].attribute("stroke-dasharray").is_some()
                && observed[0].attribute("stroke-dasharray").is_none()
        );
    }
}

#[test]
fn without_a_baseline_no_way_is_drawn_and_milestones_are_called_so() {
    let key = |chart: &Chart| {
        let document = Document::parse(&chart.inline).expect("well-formed");
        let key = document
            .descendants()
            .find(|node| node.attribute("class") == Some("key"))
            .expect("a key");
        key.descendants().filter(|node| node.has_tag_name("text")).map(said).collect::<Vec<_>>()
    };
    let result = || point("2026", MarkKind::Result, Comparator::Reach, "25");
    let alone =
        path(&one(vec![result(), point("2030", MarkKind::Target, Comparator::Reach, "60")]));
    assert!(drawings(&alone).iter().all(|document| of_class(document, "line").is_empty()));
    assert_eq!(key(&alone), ["kết quả", "mục tiêu"]);
    let targets =
        ["2027", "2028", "2030"].map(|year| point(year, MarkKind::Target, Comparator::Reach, "40"));
    let stepwise = path(&one([result()].into_iter().chain(targets).collect()));
    for document in drawings(&stepwise) {
        assert_eq!(
            (of_class(&document, "required").len(), of_class(&document, "milestones").len()),
            (0, 1)
        );
    }
    assert_eq!(key(&stepwise), ["kết quả", "mục tiêu", "các mốc của kế hoạch"]);
}

#[test]
fn floors_ceilings_and_ranges_are_no_steps_of_one_way() {
    let range = Point {
        high: Some(decimal("70")),
        ..point("2029", MarkKind::Target, Comparator::Range, "60")
    };
    let chart = path(&one(vec![
        point("2026", MarkKind::Target, Comparator::AtLeast, "30"),
        point("2027", MarkKind::Target, Comparator::Reach, "40"),
        point("2028", MarkKind::Target, Comparator::AtMost, "90"),
        range,
        point("2030", MarkKind::Target, Comparator::Above, "50"),
    ]));
    for document in drawings(&chart) {
        assert_eq!(
            of_class(&document, "milestones")
                .into_iter()
                .map(|line| coordinates(line).len())
                .collect::<Vec<_>>(),
            [4]
        );
        assert!(of_class(&document, "required").is_empty());
    }
}

#[test]
fn targets_of_two_plans_are_not_joined() {
    let mut chart = one(vec![
        point("2026", MarkKind::Target, Comparator::Reach, "30"),
        point("2030", MarkKind::Target, Comparator::Reach, "40"),
    ]);
    chart.series[0].points[1].plan = Some(1);
    assert!(drawings(&path(&chart)).iter().all(|document| of_class(document, "line").is_empty()));
}

#[test]
fn no_line_is_drawn_over_a_break_and_its_note_is_seen() {
    let mut merged = point("2025", MarkKind::Result, Comparator::Reach, "38");
    (merged.breaks, merged.note) = (true, Some("106 xã thành 38 xã từ 01/7/2025".to_owned()));
    let chart = path(&one(vec![
        point("2023", MarkKind::Result, Comparator::Reach, "90"),
        point("2024", MarkKind::Result, Comparator::Reach, "91"),
        merged,
        point("2026", MarkKind::Result, Comparator::Reach, "39"),
        point("2030", MarkKind::Target, Comparator::Reach, "50"),
    ]));
    for document in drawings(&chart) {
        let breaks = of_class(&document, "break");
        assert_eq!(title(breaks[0]), "2025: 106 xã thành 38 xã từ 01/7/2025");
        let at = coordinates(child(breaks[0], "path"))[0];
        for line in of_class(&document, "line") {
            let points = coordinates(line);
            let (from, to) = (points[0], points[points.len() - 2]);
            assert!(to < at || from > at, "{from}..{to} runs over {at}");
        }
        assert_eq!(
            of_class(&document, "line").len(),
            2,
            "what was measured before the break and after it; no baseline says where a way \
             would begin"
        );
        assert_eq!(
            of_class(&document, "note")[0].text(),
            Some("2025: 106 xã thành 38 xã từ 01/7/2025")
        );
    }
}

#[test]
fn a_line_is_named_at_its_end_and_nowhere_else() {
    let series = |label: &str, value: &str| Series {
        label: label.to_owned(),
        points: vec![
            point("2025", MarkKind::Baseline, Comparator::Reach, "30"),
            point("2030", MarkKind::Target, Comparator::Reach, value),
        ],
    };
    let chart = path(&path_chart(vec![series("Tiểu học", "80"), series("Mầm non", "81")]));
    for document in drawings(&chart) {
        let labels = of_class(&document, "label");
        assert_eq!(
            labels.iter().filter_map(Node::text).collect::<Vec<_>>(),
            ["Tiểu học", "Mầm non"]
        );
        assert!(
            measure(labels[1], "y") < measure(labels[0], "y"),
            "the higher value's name is higher"
        );
        assert_legible(&chart);
    }
}

#[test]
fn a_later_plan_sets_out_from_its_own_baseline() {
    let chart = path(&one(vec![
        point("2021", MarkKind::Baseline, Comparator::Reach, "31"),
        point("2025", MarkKind::Baseline, Comparator::Reach, "38.5"),
        point("2025", MarkKind::Target, Comparator::Reach, "35"),
        point("2030", MarkKind::Target, Comparator::Reach, "48.5"),
    ]));
    for document in drawings(&chart) {
        let squares: Vec<[f64; 2]> = of_class(&document, "baseline")
            .into_iter()
            .map(|mark| child(mark, "rect"))
            .map(|square| {
                [
                    measure(square, "x") + measure(square, "width") / 2.0,
                    measure(square, "y") + measure(square, "height") / 2.0,
                ]
            })
            .collect();
        let ways: Vec<Vec<f64>> =
            of_class(&document, "required").into_iter().map(coordinates).collect();
        assert_eq!(ways.len(), 2);
        assert_eq!((&ways[0][..2], &ways[1][..2]), (&squares[0][..], &squares[1][..]));
    }
}

#[test]
fn many_lines_have_a_panel_each_on_one_scale() {
    let series = |label: &str, from: &str, to: &str| Series {
        label: label.to_owned(),
        points: vec![
            point("2025", MarkKind::Baseline, Comparator::Reach, from),
            point("2030", MarkKind::Target, Comparator::Reach, to),
        ],
    };
    let chart = path(&path_chart(vec![
        series("Mầm non", "60", "80"),
        series("Tiểu học", "20", "40"),
        series("Trung học cơ sở", "0", "100"),
    ]));
    for document in drawings(&chart) {
        let ways: Vec<Vec<f64>> =
            of_class(&document, "required").into_iter().map(coordinates).collect();
        assert_eq!(ways.len(), 3);
        let rise = |way: &Vec<f64>| way[1] - way[3];
        assert!(
            (rise(&ways[0]) - rise(&ways[1])).abs() < 0.15
                && (rise(&ways[2]) - 5.0 * rise(&ways[0])).abs() < 0.8,
            "one scale: {ways:?}"
        );
        assert!(
            (ways[0][1] - ways[1][1]).abs() > 10.0 && ways[0][0] < ways[1][0],
            "side by side: {ways:?}"
        );
        let texts: Vec<String> =
            document.descendants().filter(|node| node.has_tag_name("text")).map(said).collect();
        for words in
            ["Mầm non", "60%", "80%", "Tiểu học", "20%", "40%", "Trung học cơ sở", "0%", "100%"]
        {
            assert!(texts.iter().any(|text| text == words), "{words} in {texts:?}");
        }
        assert_legible(&chart);
    }
}

#[test]
fn one_value_is_said_and_not_drawn() {
    let mut only = point("2030", MarkKind::Target, Comparator::AtLeast, "48.5");
    (only.draft, only.standing) = (true, Some("chưa có báo cáo".to_owned()));
    let chart = path(&one(vec![only]));
    for document in drawings(&chart) {
        assert!(of_class(&document, "mark").is_empty() && of_class(&document, "axis").is_empty());
        assert_eq!(of_class(&document, "target-text")[0].text(), Some("48.5%"));
        assert_eq!(
            of_class(&document, "quiet")[0].text(),
            Some("mục tiêu 2030, dự thảo, chưa có báo cáo")
        );
    }
}

#[test]
fn the_figure_of_a_draft_has_a_ring_and_is_called_one() {
    let mut points = vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "20"),
        point("2028", MarkKind::Target, Comparator::Reach, "40"),
        point("2030", MarkKind::Target, Comparator::AtLeast, "60"),
    ];
    points[1].draft = true;
    points[2].draft = true;
    let chart = path(&one(points));
    for document in drawings(&chart) {
        assert_eq!(of_class(&document, "ring").len(), 2);
        assert_eq!(title(of_class(&document, "target")[0]), "2028: 40% (dự thảo) (mục tiêu)");
        let said: String = document
            .descendants()
            .filter(|node| node.is_text())
            .filter_map(|node| node.text())
            .collect();
        assert!(said.contains("40%(dự thảo)") && said.contains("mục tiêu 2030, dự thảo"), "{said}");
        assert_legible(&chart);
    }
}

#[test]
fn a_result_and_a_target_that_lie_on_each_other_are_both_seen_and_said() {
    let chart = path(&one(vec![
        Point {
            uncertain: true,
            text: "79% (đọc chưa chắc chắn)".to_owned(),
            ..point("2026", MarkKind::Result, Comparator::Reach, "79")
        },
        point("2026", MarkKind::Target, Comparator::Reach, "78.2"),
        point("2028", MarkKind::Target, Comparator::Reach, "82"),
        point("2030", MarkKind::Target, Comparator::Reach, "88"),
    ]));
    for document in drawings(&chart) {
        let said: Vec<String> =
            document.descendants().filter(|node| node.has_tag_name("text")).map(said).collect();
        assert!(
            said.iter().any(|said| said.starts_with("79%") && said.ends_with("kết quả"))
                && said.contains(&"78.2%mục tiêu".to_owned()),
            "{said:?}"
        );
        let disc = of_class(&document, "result")[0]
            .descendants()
            .find(|node| node.has_tag_name("circle"))
            .expect("a disc");
        let diamond = coordinates(
            of_class(&document, "target")[0]
                .descendants()
                .find(|node| node.has_tag_name("path"))
                .expect("a diamond"),
        );
        assert!(-diamond[3] > 2.0 * measure(disc, "r"), "the one is seen round the other");
        let marks: Vec<_> = of_class(&document, "mark")
            .into_iter()
            .map(|mark| mark.attribute("class").unwrap_or_default().to_owned())
            .collect();
        assert!(
            marks.iter().position(|class| class.contains("result"))
                > marks.iter().rposition(|class| class.contains("target")),
            "{marks:?}"
        );
        assert_eq!(of_class(&document, "doubt").len(), 1);
        assert!(document.descendants().any(|node| node.text() == Some("đọc chưa chắc chắn")));
    }
    assert_legible(&chart);
}

#[test]
fn an_aim_is_drawn_unlike_a_target_and_no_path_leads_to_it() {
    let chart = path(&one(vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "40"),
        point("2027", MarkKind::Result, Comparator::Reach, "44"),
        Point {
            sets_out: Some((decimal("2025"), decimal("40"))),
            plan: Some(0),
            ..point("2030", MarkKind::Aim, Comparator::AtLeast, "60")
        },
        Point { plan: Some(0), ..point("2035", MarkKind::Aim, Comparator::Reach, "80") },
    ]));
    for document in drawings(&chart) {
        let aims: Vec<_> = of_class(&document, "mark")
            .into_iter()
            .filter(|mark| mark.attribute("class").is_some_and(|class| class.contains("aim")))
            .collect();
        assert_eq!(aims.len(), 2);
        for aim in aims {
            let shape =
                aim.descendants().find(|node| node.has_tag_name("path")).expect("a triangle");
            assert_eq!(shape.attribute("class"), Some("open"), "hollow");
            assert!(said(aim).ends_with("(định hướng)"), "{}", said(aim));
        }
        let lines: Vec<_> = of_class(&document, "line")
            .into_iter()
            .map(|line| line.attribute("class").unwrap_or_default().to_owned())
            .collect();
        assert!(lines.iter().all(|class| class.contains("observed")), "{lines:?}");
        assert!(
            document.descendants().any(|node| node.text() == Some("định hướng, không cam kết")),
            "the key says what it is"
        );
    }
    assert_legible(&chart);
}

#[test]
fn the_key_explains_what_is_drawn_and_nothing_else() {
    let said = |chart: &Chart| {
        let document = Document::parse(&chart.inline).expect("well-formed");
        let key = document.descendants().find(|node| node.attribute("class") == Some("key"));
        key.map_or_else(Vec::new, |key| {
            key.descendants()
                .filter(|node| node.has_tag_name("text"))
                .filter_map(|node| node.text().map(String::from))
                .collect()
        })
    };
    let chart = path(&one(vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "30"),
        point("2030", MarkKind::Target, Comparator::Above, "40"),
    ]));
    assert_eq!(said(&chart), ["xuất phát", "mục tiêu và lộ trình cần đạt", "phải vượt mức này"]);
    assert_eq!(
        said(&bars(&bar_chart(vec![
            bar("A", Comparator::Reach, "40"),
            bar("B", Comparator::Reach, "50")
        ]))),
        Vec::<String>::new()
    );
    let draft = Bar { draft: true, ..bar("B", Comparator::AtMost, "50") };
    assert_eq!(
        said(&bars(&bar_chart(vec![bar("A", Comparator::Reach, "40"), draft]))),
        ["không quá mức này", "dự thảo, chưa ban hành"]
    );
}

#[test]
fn a_note_of_many_values_is_said_once() {
    let series = |label: &str| {
        let mut last = point("2030", MarkKind::Target, Comparator::Reach, "80");
        last.note = Some("bản quét mờ".to_owned());
        Series {
            label: label.to_owned(),
            points: vec![point("2025", MarkKind::Baseline, Comparator::Reach, "30"), last],
        }
    };
    let mut chart =
        path_chart(vec![series("Mầm non"), series("Tiểu học"), series("Trung học cơ sở")]);
    let notes = |chart: &PathChart| {
        let all = drawings(&path(chart))
            .iter()
            .map(|document| of_class(document, "note").into_iter().map(said).collect::<Vec<_>>())
            .collect::<Vec<_>>();
        assert_eq!(all[0], all[1]);
        all[0].clone()
    };
    assert_eq!(notes(&chart), ["2030: bản quét mờ"]);
    chart.series[0].points[1].note = None;
    assert_eq!(notes(&chart), ["Tiểu học; Trung học cơ sở, 2030: bản quét mờ"]);
}

#[test]
fn a_description_says_the_figures_in_at_most_220_characters() {
    let chart = one(vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "38.5"),
        point("2030", MarkKind::Target, Comparator::AtLeast, "48.5"),
    ]);
    let said = |chart: &PathChart| {
        let drawn = path(chart).inline;
        let document = Document::parse(&drawn).expect("well-formed");
        child(document.root_element(), "desc").text().unwrap_or_default().to_owned()
    };
    assert_eq!(
        said(&PathChart { description: String::new(), ..chart.clone() }),
        "Từ 38.5% (2025) đến 48.5% (2030)."
    );
    let long = "Tỷ lệ huy động trẻ em ".repeat(60);
    assert!(said(&PathChart { description: long, ..chart }).chars().count() <= 220);
}

#[test]
fn an_axis_that_cuts_off_zero_says_so() {
    let points = |from, to| {
        vec![
            point("2025", MarkKind::Baseline, Comparator::Reach, from),
            point("2030", MarkKind::Target, Comparator::Reach, to),
        ]
    };
    let says_so = |chart: &Chart, words: &str| {
        [&chart.inline, chart.wide.as_ref().expect("a wide drawing")].map(|svg| svg.contains(words))
    };
    assert_eq!(
        says_so(&path(&one(points("98.2", "99.5"))), "Trục đứng bắt đầu từ 97,5%"),
        [true, true]
    );
    assert_eq!(says_so(&path(&one(points("20", "60"))), "Trục đứng"), [false, false]);
}

#[test]
fn without_figures_a_chart_says_so() {
    for chart in [path(&path_chart(vec![])), path(&one(vec![])), bars(&bar_chart(vec![]))] {
        let document = Document::parse(&chart.inline).expect("well-formed");
        assert_eq!(of_class(&document, "quiet")[0].text(), Some("Chưa có số liệu"));
        Document::parse(&chart.standalone).expect("well-formed");
    }
}

/// Labels from nothing to far too much, with characters that XML cannot say.
fn odd_labels() -> Vec<String> {
    let long = "Tỷ lệ huy động trẻ em trong độ tuổi nhà trẻ ở các xã đặc biệt khó khăn vùng \
                biên giới được chăm sóc, giáo dục";
    let texts = [
        "",
        " ",
        "Lạng Sơn",
        "MƯỜNG TÈ",
        "a\u{0}b\u{fffe}<&>\"'",
        "1.234.567.890,123%",
        "\u{1f3eb}\u{1f3eb}\u{1f3eb}",
        "e\u{301}\u{302}\u{323}",
    ];
    texts
        .map(String::from)
        .into_iter()
        .chain([long.to_owned(), long.replace(' ', ""), long.repeat(4), long.to_uppercase()])
        .collect()
}

#[test]
fn text_neither_overlaps_nor_is_cut_whatever_the_labels() {
    for label in odd_labels() {
        for text in odd_labels() {
            let dressed = |mut bar: Bar| {
                (bar.label, bar.text, bar.detail) = (label.clone(), text.clone(), label.clone());
                bar
            };
            let rows = vec![
                dressed(Bar { emphasised: true, ..bar("", Comparator::Above, "57.6") }),
                dressed(bar("", Comparator::Below, "0")),
                bar("Lai Châu", Comparator::Reach, "3"),
            ];
            let chart = bars(&bar_chart(rows));
            assert_legible(&chart);
            Document::parse(&chart.standalone).expect("well-formed");

            let mut points = vec![
                point("2025", MarkKind::Baseline, Comparator::Reach, "40"),
                point("2026", MarkKind::Result, Comparator::Reach, "41"),
                point("2028", MarkKind::Target, Comparator::AtLeast, "90"),
                point("2030", MarkKind::Target, Comparator::AtMost, "91"),
            ];
            for point in &mut points {
                (point.text, point.period, point.note) =
                    (text.clone(), label.clone(), Some(label.clone()));
            }
            let series = Series { label: label.clone(), points };
            let mut other = series.clone();
            other.points.iter_mut().for_each(|point| point.value += Decimal::ONE);
            assert_legible(&path(&path_chart(vec![series.clone()])));
            assert_legible(&path(&path_chart(vec![series.clone(), other.clone(), series, other])));
        }
    }
}

#[test]
fn many_places_stand_beside_their_bars_and_stay_legible() {
    let rows =
        ["Cao Bằng", "Lạng Sơn", "Lai Châu", "Điện Biên", "Sơn La", "Tuyên Quang", "Thành phố Huế"];
    let chart = bars(&bar_chart(
        rows.map(|label| Bar { detail: String::new(), ..bar(label, Comparator::AtLeast, "100") })
            .to_vec(),
    ));
    assert_legible(&chart);
    for document in drawings(&chart) {
        let (label, row) =
            (of_class(&document, "label")[1], child(of_class(&document, "mark")[1], "rect"));
        assert!((measure(label, "y") - measure(row, "y")).abs() < 14.0 && measure(row, "x") > 60.0);
    }
}

#[test]
fn no_number_is_too_large_to_draw() {
    let extremes =
        [Decimal::MAX, Decimal::MIN, Decimal::ZERO, decimal("0.0000000000000000000000000001")];
    for value in extremes {
        for position in extremes {
            for percent in [true, false] {
                let mut last = point("2030", MarkKind::Target, Comparator::Below, "1");
                (last.value, last.position, last.high) = (value, position, Some(Decimal::MAX));
                let series = vec![Series {
                    label: String::new(),
                    points: vec![last, point("2025", MarkKind::Result, Comparator::Reach, "1")],
                }];
                drawings(&path(&PathChart { percent, ..path_chart(series) }));
                let row =
                    Bar { value, high: Some(Decimal::MIN), ..bar("A", Comparator::AtMost, "1") };
                drawings(&bars(&BarChart { percent, ..bar_chart(vec![row]) }));
            }
        }
    }
}

#[test]
fn many_values_are_drawn_in_time_that_grows_with_their_number() {
    let points: Vec<Point> = (0..4000)
        .map(|index| {
            point(
                &format!("{}", 2000 + index),
                MarkKind::Result,
                Comparator::Reach,
                &format!("{}", index % 90),
            )
        })
        .collect();
    let series: Vec<Series> = points
        .iter()
        .map(|point| Series { label: "Xã".to_owned(), points: vec![point.clone(), point.clone()] })
        .collect();
    for chart in [path(&one(points)), path(&path_chart(series))] {
        drawings(&chart);
    }
}

#[test]
fn a_usual_chart_is_small() {
    let chart = path(&one(vec![
        point("2025", MarkKind::Baseline, Comparator::Reach, "38.5"),
        point("2026", MarkKind::Result, Comparator::Reach, "40.1"),
        point("2028", MarkKind::Target, Comparator::Reach, "44"),
        point("2030", MarkKind::Target, Comparator::AtLeast, "48.5"),
    ]));
    assert!(chart.inline.len() < 6000, "{} bytes", chart.inline.len());
}
