//! What is lost each way where data is kept: downtime, lost data, defects and breaches, beside the controls against them.

use yew::prelude::*;

use super::charts::{Bar, Part, StackedBars};
use super::scale::drawn;
use super::words::Said as _;
use crate::answer::{Compared, Kind, LOSSES, loss_present, losses_present};
use crate::page::shared::Shared;
use crate::page::views::figures::{AnswerOf, option_name, series};
use crate::words::{Format, ReportText};

/// The hue of each of [`LOSSES`]: that of a group of costs.
const HUES: [&str; 5] = ["group-pay", "group-hiring", "group-workplace", "group-fees", "group-moving"];

/// A bar for each option, of all services together; nothing where nothing is lost.
pub fn losses(shared: &Shared, answer: &AnswerOf) -> Option<Html> {
    let found = &answer.answer;
    let options: Vec<&Compared> = drawn(answer).into_iter().map(|(_, option)| option).collect();
    let total = |option: &Compared| losses_present(found, option);
    if options.iter().all(|option| total(option) <= 0.0) {
        return None;
    }
    let money = |value: f64| shared.locale.money(value);
    let name = |option: &Compared| option_name(shared, &answer.vendors, option.kind());
    let bars = options.iter().map(|option| Bar {
        name: name(option).into(),
        class: series(option.kind()).into(),
        parts: LOSSES
            .iter()
            .zip(HUES)
            .map(|(category, class)| Part {
                class: class.into(),
                name: (shared.report().category)(*category).into(),
                value: loss_present(found, option, *category),
                result_path: format!("options.{}.losses.{}", option.kind().key(), category.name()).into(),
            })
            .collect(),
        total: total(option),
        total_text: money(total(option)).into(),
        result_path: format!("options.{}.losses.total", option.kind().key()).into(),
    });
    let own = options.iter().find(|option| option.kind() == Kind::BestInHouse)?;
    let least = options
        .iter()
        .filter_map(|option| Some((option, answer.vendors.get(option.kind().vendor()?)?)))
        .min_by(|(a, _), (b, _)| total(a).total_cmp(&total(b)));
    let title = match least {
        Some((option, vendor)) => {
            let amounts = [money(total(own)), money(total(option))];
            shared.said_with(ReportText::LossesTitleVendor, &[&amounts[0], &amounts[1], vendor])
        }
        None => shared.said_with(ReportText::LossesTitle, &[&money(total(own))]),
    };
    let locale = shared.locale.clone();
    let amount = Callback::from(move |value: f64| locale.money(value));
    Some(html! {
        <StackedBars {title} subtitle={shared.said_with(ReportText::LossesSubtitle, &[&found.months.to_string()])} bars={bars.collect::<Vec<_>>()}
            money={amount} explain={shared.explain.clone()} table_word={shared.said(ReportText::TableBehind)}
            total_word={shared.said(ReportText::LedgerTotal)} />
    })
}
