/** A thing that points can be exchanged for, as a community first offers it (docs/domain.md 10.4). */
interface RewardDefault {
  readonly item: string;
  readonly provider: string;
  readonly pricePoints: number;
  readonly stock: number;
  /** How many one household may redeem in a quarter. */
  readonly perQuarter: number;
}

/** The catalogue of a new grid, cheap things first. A community changes prices and stock to what its partners offer. */
export const rewardDefaults: readonly RewardDefault[] = [
  { item: '抽纸', provider: '社区便民超市', pricePoints: 2, stock: 100, perQuarter: 6 },
  { item: '鸡蛋', provider: '社区便民超市', pricePoints: 2, stock: 100, perQuarter: 10 },
  { item: '洗衣粉', provider: '社区便民超市', pricePoints: 3, stock: 60, perQuarter: 2 },
  { item: '水费抵扣券', provider: '供水公司', pricePoints: 5, stock: 50, perQuarter: 2 },
  { item: '电费抵扣券', provider: '供电公司', pricePoints: 5, stock: 50, perQuarter: 2 },
  { item: '燃气抵扣券', provider: '燃气公司', pricePoints: 5, stock: 50, perQuarter: 2 },
  { item: '保温杯', provider: '社区便民超市', pricePoints: 12, stock: 20, perQuarter: 1 },
  { item: '花生油', provider: '社区便民超市', pricePoints: 15, stock: 30, perQuarter: 1 },
  { item: '家政服务', provider: '社区家政服务站', pricePoints: 20, stock: 20, perQuarter: 1 },
  { item: '暖气费优惠券', provider: '供热公司', pricePoints: 20, stock: 30, perQuarter: 1 },
];
