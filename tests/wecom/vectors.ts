/** The known answers of docs/wecom-protocol.md 13, word for word. */
interface Vector {
  readonly name: string;
  readonly keys: { readonly token: string; readonly encodingAesKey: string; readonly receiveId: string };
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encrypted: string;
  readonly plaintext: string;
  readonly random: string;
}

export const setA = {
  token: 'QDG6eK',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiveId: 'wx5823bf96d3bd56c7',
};

export const setB = {
  token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
  receiveId: 'ww1436e0e65a779aee',
};

export const setC = {
  token: 'PledgeBotToken01',
  encodingAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  receiveId: '',
};

export const vectors: readonly Vector[] = [
  {
    name: 'A-GET',
    keys: setA,
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    timestamp: '1409659589',
    nonce: '263014780',
    encrypted: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    plaintext: '1616140317555161061',
    random: 'c41b64491c2468d0',
  },
  {
    name: 'A-POST',
    keys: setA,
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    timestamp: '1409659813',
    nonce: '1372623149',
    encrypted:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
    plaintext:
      '<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n<FromUserName><![CDATA[mycreate]]></FromUserName>\n<CreateTime>1409659813</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>\n<AgentID>218</AgentID>\n</xml>',
    random: '0960688932c47ef1',
  },
  {
    name: 'B-GET',
    keys: setB,
    signature: '012bc692d0a58dd4b10f8dfe5c4ac00ae211ebeb',
    timestamp: '1476416373',
    nonce: '47744683',
    encrypted: 'fsi1xnbH4yQh0+PJxcOdhhK6TDXkjMyhEPA7xB2TGz6b+g7xyAbEkRxN/3cNXW9qdqjnoVzEtpbhnFyq6SVHyA==',
    plaintext: '1288432023552776189',
    random: '8908d0ff052afda0',
  },
  {
    name: 'B-POST-XML',
    keys: setB,
    signature: '0c3914025cb4b4d68103f6bfc8db550f79dcf48e',
    timestamp: '1476422779',
    nonce: '1597212914',
    encrypted:
      'Kl7kjoSf6DMD1zh7rtrHjFaDapSCkaOnwu3bqLc5tAybhhMl9pFeK8NslNPVdMwmBQTNoW4mY7AIjeLvEl3NyeTkAgGzBhzTtRLNshw2AEew+kkYcD+Fq72Kt00fT0WnN87hGrW8SqGc+NcT3mu87Ha3dz1pSDi6GaUA6A0sqfde0VJPQbZ9U+3JWcoD4Z5jaU0y9GSh010wsHF8KZD24YhmZH4ch4Ka7ilEbjbfvhKkNL65HHL0J6EYJIZUC2pFrdkJ7MhmEbU2qARR4iQHE7wy24qy0cRX3Mfp6iELcDNfSsPGjUQVDGxQDCWjayJOpcwocugux082f49HKYg84EpHSGXAyh+/oxwaWbvL6aSDPOYuPDGOCI8jmnKiypE+',
    plaintext:
      '<xml><ToUserName>ww1436e0e65a779aee</ToUserName><FromUserName>ChenJiaShun</FromUserName><CreateTime>1476422779</CreateTime><MsgType>text</MsgType><Content>你好</Content><MsgId>1456453720</MsgId><AgentID>1000002</AgentID></xml>',
    random: '694ce5a83ae07fe3',
  },
  {
    name: 'B-POST-JSON',
    keys: setB,
    signature: 'e3647471e395139e2308c1fa963f2d648a00b90e',
    timestamp: '1409659813',
    nonce: '1372623149',
    encrypted:
      'cjhLUX7UU4yCSelv1vz7T0zT8huF51bAMVWriNvO1FMegHrQZNrtvRxbwf0fUPsFvwqR0U0fgiJNEA5Y30F2MoI2S7vv3EjVQ68C0cjw9frBoUE2Hj0BvFp9h3u6Vbsg4lc1C8AtHdaN8orKuNKkLRLuYEL52R1J3v8olJGZRLnRdVKIivixmX/eQpzgeExtp20jI1HxRP1AAZ6xZoILdqDPO549LO4WeG+685JRUTdiwcY5fjZlqeMxuT4PpMn1X9OWsS7NRj06Wa5E3Tvg4twjWp39KPfOdRte6P1T4JU=',
    plaintext:
      '{ "ToUserName": "wx5823bf96d3bd56c7", "FromUserName": :mycreate", "CreateTime": 1409659813, "MsgType": "text", "Content": "hello", "MsgId": 4561255354251345929, "AgentID": 218}',
    random: 'dDVXRx6kn1gOT43Q',
  },
  {
    name: 'C-GET',
    keys: setC,
    signature: '853b81420ef143319817fe4054db8558b932aec4',
    timestamp: '1767225600',
    nonce: '482915',
    encrypted: '4j/AuRx71kQlxVlzbpsMWNqeVSOGxHSlbiCPaWjOkwUhTK/XpwtmCd6A9fAY02ZVoVTyRf72ZHsxzYYB3l6JNQ==',
    plaintext: '4170284560913226518',
    random: '0123456789abcdef',
  },
  {
    name: 'C-MSG',
    keys: setC,
    signature: '35fecb37a91781a23c614e761a390e2e5d95e6ed',
    timestamp: '1767225601',
    nonce: '73190',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWAtAB56rIs3kL8JvcKSjXtRaYm54W62dv2HngCuM/fb1G9VFYKNngwjg94jgXEsTNZ3NmJXHnMUIvOW3L3Fa+IW+lB9bAWP73S2rJh3lmrhOYjz4ms0MoA3OHsr/dcXqUMDD65LB6lkOD7y8LvYokAe4nR4gAkNQRDfPwUKrkNztBBm8mKPhAPlkMl4j9Eb5CE4xBFc0hEoth29p1rThOwkcueesmGMH1yTqDZSM/sdj',
    plaintext:
      '{"msgid":"M-0001","aibotid":"AIB1","chatid":"CHAT7","chattype":"group","from":{"userid":"lin.wei"},"msgtype":"text","text":{"content":"@小账本 我认捐200元"}}',
    random: '0123456789abcdef',
  },
  {
    name: 'C-REPLY',
    keys: setC,
    signature: '3214477a582916b3af9ce1d3d5565bb74639d158',
    timestamp: '1767225602',
    nonce: '73190',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWASZ3QsuJwSvr1uyhk8wpjF2ynpaDiDbGR+DDSGyqWQi1FuW043TIHziLd7fKzALQEFzXUKHZkUtO2hT3wrcW2PwrMnRmHjGZf1YrBeu2xymz1CGkg3ATqqEMVaXoiXnqcPVZiPn0ZSqOzcWlt94vMw=',
    plaintext: '{"msgtype":"stream","stream":{"id":"s-1","finish":true,"content":"已记录：200 元"}}',
    random: '0123456789abcdef',
  },
  {
    name: 'C-PAD32',
    keys: setC,
    signature: '2345494d551e684628291c0323904809d035d56d',
    timestamp: '1767225603',
    nonce: '1',
    encrypted: '4j/AuRx71kQlxVlzbpsMWHm682cz6RRSbI+nKwdnnCWiMQcqNVRzRH5V1OVnIPtQ0RBAU6gP+dl/csw25VcjJg==',
    plaintext: 'xxxxxxxxxxxx',
    random: '0123456789abcdef',
  },
];

export function vector(name: string): Vector {
  const found = vectors.find(one => one.name === name);
  if (!found) throw new Error(`no vector ${name}`);
  return found;
}

export const media = {
  aesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  files: [
    {
      hex: 'e146bad779f7e8fb4804d33109e0d4783ebb5c08480558d0c775cc367627d779',
      bytes: 'not-a-real-jpeg:receipt',
    },
    { hex: 'acb60b5c065feaf79aa0aac045e352c796b3c3d3bdd6bc63768c417ee9f9838f', bytes: 'pledge' },
  ],
} as const;
