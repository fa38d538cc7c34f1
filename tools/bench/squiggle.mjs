// A cash-flow model as the yardstick's, in Squiggle: the same ranged money, people and prices over the same months, but no team that hires
// and learns, no shocks and no contract that fails, which is less work than the calculator's. Prints a table; nothing here can fail.
import { readFileSync } from "node:fs";
import { run } from "@quri/squiggle-lang";

const document = JSON.parse(readFileSync(new URL("../../benches/yardstick.json", import.meta.url)));
const [service] = document.services;
const { team, leaving } = service;
const [offer] = service.offers;
const range = ({ low, likely, high }) => `SampleSet.fromDist(Sym.triangular(${low}, ${likely}, ${high}))`;
const model = `
discount = ${range(document.money.discount_rate)}
wages = ${range(document.money.wage_growth)}
growth = ${range(service.demand.growth)}
pay = ${range(team.pay)}
onCost = ${range(team.on_cost)}
hours = ${range(team.hours)}
attrition = ${range(team.attrition)}
recruitment = ${range(team.recruitment)}
severance = ${range(leaving.severance_months)}
rate = ${range(offer.price.rate)}
index = ${range(offer.price.index)}
mature = ${range(offer.quality.mature)}
rework = ${range(offer.quality.rework)}
transfer = ${range(offer.transition.transfer_hours)}
share = ${range(offer.governance.share)}
cost(people, sold, month) = {
  years = (month - 1) / 12
  need = ${service.demand.base} * (1 + growth) ^ years
  own = people * pay * onCost / 12 * (1 + wages) ^ years + people * attrition / 12 * recruitment
  bought = sold * need / (mature * (1 - rework)) * rate * (1 + index) ^ years * (1 + share)
  (own + bought) / (1 + discount) ^ (month / 12)
}
present(people, sold) = List.upTo(1, ${document.horizon}) -> List.reduce(0, {|sum, month| sum + cost(people, sold, month)})
move = ${team.people} * pay / 12 * severance + transfer * rate
inHouse = present(${team.people}, 0)
outsourced = present(0, 1) + move
split = present(${service.core}, ${1 - service.core / team.people}) + move
[inHouse, outsourced, split] -> List.map({|option| [mean(option), quantile(option, 0.05), quantile(option, 0.95)]})
`;
for (const paths of [1 << 10, 1 << 14]) {
  let least = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now();
    const found = await run(model, { environment: { sampleCount: paths, xyPointLength: 1000, seed: "yardstick" } });
    if (!found.result.ok) throw new Error(found.result.value.toString());
    least = Math.min(least, performance.now() - start);
  }
  const each = Math.round((paths / least) * 1e3);
  console.log(`${`Squiggle, ${paths} paths, one thread`.padEnd(60)} ${least.toFixed(1).padStart(9)} ms ${String(each).padStart(9)} paths a second`);
}
