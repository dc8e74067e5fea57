/** The known answers of docs/wecom-doors.md 28, word for word. */
export const setD = {
  token: 'NeighbourApp01',
  encodingAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  receiveId: 'wwc0ffee0123456789',
};

export const random = Buffer.from('0123456789abcdef');

export const vectors = {
  'D-GET': {
    signature: '370e9ba103754fe30950e5ac9211eb43d2d3c00f',
    timestamp: '1767225600',
    nonce: '482915',
    encrypted: '4j/AuRx71kQlxVlzbpsMWNqeVSOGxHSlbiCPaWjOkwUw/sctrfrBbfDBBZwdmVIE1JWN+YBGQRAWdGXRiV7j6w==',
    plaintext: '4170284560913226519',
  },
  'D-KF': {
    signature: '2e76ac426e7eaf41a0e0971b3497b4cd487f6ecd',
    timestamp: '1767225601',
    nonce: '73190',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWMx9A2wY/eVIImqAuamWqje0XGFoOKbZXEXfoP50U0FNbxqRHm/En/O5RhDzvUufqS56PvVy74ZwflYe3ef4DprxDloZSG/Nekc8owitGjgafy0BYTTNptT4Vs93L5DW4YTKRIryBwmKmnceI8CpbVfNfRSlrE34xqTR1W3VUxM7/nty5jGA+naQTfhcMXdOW2gwZzk42q5KM8XjlQel5X+CI3+k3g+opIWL4+rCrKTp85jchMAMnrDTf10z3aO2gysDJpf+y645bq2Yvfhdl2vcpImXIeqkKOevsJAYimrNirpU3AgZi3nMSx3CyYT7h1Me2W125miWzgDBQQ2DfdC1V7TXx9soG3C+dPSJf+VW2O7js7yWpHX4NnxuBOLYj5i9kL89EFXpeOXzcfVYuwM=',
    plaintext:
      '<xml><ToUserName><![CDATA[wwc0ffee0123456789]]></ToUserName><CreateTime>1767225601</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[ENCtok-0001]]></Token><OpenKfId><![CDATA[wkOak0001]]></OpenKfId></xml>',
  },
  'D-TEXT': {
    signature: '08a2c78f407f023016a91c84e599eddc81d00965',
    timestamp: '1767225602',
    nonce: '73191',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWCg3v3Fe/jYKkii7VE1IfFLIVVoioq2GVdMDelVe1regt6Zc8k95IcwFqc1gV3XnHZ+twG7qFnauRqEGEaE0eJwcG/XLzrrg2UqEm80HhfoV8KJgoU8kyvurATP7/dh7HPYcxIp/F3e2KZS7qVp5RqNpVB24HNf9FZFsCfv/rLUrRF2N4Sx4cVVglSfn2G4JDlBQMyvdjYXazqPQirqWVjSZZy5qGoVE8/iz3iYqEyCq+VdEBhBnvWLhyXpM1DnfFPmdbs5nkX3gQw1J2+p3A5UuK0eHIVHF3ECcWUR/J4M12b+V9yQqs33UBk1bXPL5WYmrS34HnwLHKUesT8VhwlNsWBx1gNpsON4QF8JTD1uWjBMOmXMFcbxnvIkXFKtRlsayePGH5YG7Qr+dGjah1EHMJU1pPqzIFO+EgRPM5wwW4bChK6KlY1h9wgEJNhD4JA==',
    plaintext:
      '<xml><ToUserName><![CDATA[wwc0ffee0123456789]]></ToUserName><FromUserName><![CDATA[lin.wei]]></FromUserName><CreateTime>1767225602</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[我认捐200元 & 修路灯]]></Content><MsgId>4561255354251345930</MsgId><AgentID>1000002</AgentID></xml>',
  },
  'D-CARD': {
    signature: '0361aa2ff955839082f763ce5df267c27ce656f7',
    timestamp: '1767225660',
    nonce: '73192',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWOhs2jKxAk3uyfwh/CL3IT2bvlEe7Xo6ONVePga4uTL08XcP7awYrec5oZt7em30RwxXG1L7kUEXQKU4VWK4xcNzvRbRoE3eo5qp5IjlVHZhQeX2AtqH+08Cv+V3thEUbQla8gq+vnRFJAMHW6gmT+CYfU/BxhpJyWqImfTxxG6wl+sG4OTuGXiqObVPXzo+TQwm8IG67jIX+vT1ETBakBIm9fPsjZCDFiuuUHHJdD6wK9qo/9kzE3mWf9KhI1x7fjmuF/AdyS8D6PfqhMwV3F646ENzEdGawR1bQgz7v22/mEEe9FnK8aQ39jM9pK4Vp7jmlBvl+vh1jwD4DYt3wBN1ixrLxM+dxAsclNKaElgpy9TpxDO+MKsBmXYpb9N3KShNubNcn46V7gCi88c3UlVxHQRKdjd1Su8Ku5vK3vPubDsCHM7t3WGi63VdNo4jn9VxX2ES3N6tI96+a0nf3i1fGqVQ0LfbB7B/VN3lIp2VVBsjUKzpKT4Vaal7zt1MEWrwK9l5oJE7chsGXmkEolUPO5R5ugx4lveoLEUBV7JPls4LFFzKrh4MPxnJEbsA/cYReEmbXh9YGjiwNZFsRwaV6s47qPcOrDZN7c0EnV2NheP/zsoiKTCLVXNnps7/wuzGf1CzpXnnj+bIE/pl1ZQfqV4Ei81h2l3yqyv1IHgCKmZE+aR0WKvFJ5ffVNEbjN+chaTKA//7X36kxNsk9vNtL1nJrmw8FIpe4D3W0Wsx/h5wzh151J430s1yPhZ9+459AgaYL+9h8Y1XbJ4DsDiNCyvLWKAbFeO49koNjC0vbSewy5uvghIKIn9IxIE0O/ppiKmfA0ZoC5/LK/gH9M1J+ld0WQ8nSWSa9VBGF+RjgjfZ+6WVHVf8Z3f7yS4akJr8/bRNjEaR+mqyq36o2qw=',
    plaintext:
      '<xml><ToUserName><![CDATA[wwc0ffee0123456789]]></ToUserName><FromUserName><![CDATA[he.fang]]></FromUserName><CreateTime>1767225660</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[vote.submit]]></EventKey><TaskId><![CDATA[vote-12]]></TaskId><CardType><![CDATA[vote_interaction]]></CardType><ResponseCode><![CDATA[RC-12]]></ResponseCode><AgentID>1000002</AgentID><SelectedItems><SelectedItem><QuestionKey><![CDATA[which]]></QuestionKey><OptionIds><OptionId><![CDATA[lamp]]></OptionId><OptionId><![CDATA[bench]]></OptionId></OptionIds></SelectedItem></SelectedItems></xml>',
  },
  'D-CHAT': {
    signature: '0578f6bba3b10239a8911407934af7f659c8929f',
    timestamp: '1767225700',
    nonce: '73193',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWDpcBsoKGxRs36gSB37OLzwJhnV/Ruk4KbodqRw/h01Y4UVJZtrYrHPFHhACaYxMVu4vIeEopHdZc7wZH0rSorFNbV7e5JO6VDH6VFvYWKEwPJe0PPbBM/WCzF3E0gox/46eEC8HRTgjoyys+9C04dG5OKmBWQMNYOIIQFVNwU9lGwb2AfdCVPD/+X2hVDdneljctkLpLyZxrjbEH4YBwmv4hs0oqUB+gLNyIsqasiGWEB9DzhEJkbQqJeNZYlanngZXqT7krdSatFxjgbk+oxElWzNNDOpqFM2rfvM9ChYmvf639oy+Fdr2xAyzgukCpKXsYQKnBSjwObBm/qIk7Ns/rwViMv8U3z8jcL8H+4MQulZPSaXbrcVIXNZriAAn7qNlH02t13IYxMOnRdGC0BbOWqcTfv9JCv94zprsKuK2HazJtrVVtxvhOfA28hK6xS0iwLVsIb/4/4YOSoskrZbvkV2gaLHfNPManAL8m/Ll99/5iYyV1DSMUNQhY/NS2FNg+rDnaOHr5dJsgbGkRsCBDHsofQoYs9YBgJ6X6PTB4YBPxUY5p8Kdpbg1G0DadKbYo89qm1Hjwe6wCR7tCgIyMzm+wyqeqXxvEzgcRc5AxEa3HkpzPr0raZeIZkZHFw0C8URmhGYlf8Vy5O2/zadbXSM5/6QBPvV/b2DmVFSYEMbZMGV9QFr1+YD+6wjFN4kDIXhHtH17HWvXiPtaj7OpqOS9HIjWdKendB3V1u+irmRqMumy2P37ngCjJuUbhcVjK1m2TTFtf/08OwDS/mdpEkFrP11Rdgo69O+9PTcnLQ4Lt1fzRYRTI4AAjuZkng==',
    plaintext:
      '<xml><ToUserName><![CDATA[wwc0ffee0123456789]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1767225700</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event><ChatId><![CDATA[wrOakLane01]]></ChatId><ChangeType><![CDATA[update]]></ChangeType><UpdateDetail><![CDATA[add_member]]></UpdateDetail><JoinScene>3</JoinScene><QuitScene>0</QuitScene><MemChangeCnt>1</MemChangeCnt><MemChangeList><Item><![CDATA[wmZhaoMin01]]></Item></MemChangeList><LastMemVer><![CDATA[v1]]></LastMemVer><CurMemVer><![CDATA[v2]]></CurMemVer></xml>',
  },
  'D-REPLY': {
    signature: 'f0d243a2a6618556bf32d1f4475158108088ab67',
    timestamp: '1767225661',
    nonce: '73192',
    encrypted:
      '4j/AuRx71kQlxVlzbpsMWIILhMfAkhY3NCU1Q0byhr/uSQSB/2GvwCNVcxeSe5fRtNnLLnpeJiANHUupGghrdVaYaB8dWmespVp/Ioho+CP+iEN5/hEFji5w8YNugvCzqAO8aFG/I1A/H9YYy3i5Rrq9VsejsOWsFV39YgY8Wjkvf8CM+Ujfxzybp8+SVjSLF7WC1eIuyLBjgY+e56aZKmDN5fAQLKB7IBjRtRFq8wr9gp/kqzlfQ5yJVwEuQPuVtciIvpZ0k5pmVfCs1P8fviz1q5dxWGpEY0zKlArSDSQeCveawvwhaULZRo1ihdPl3gcGnswyi4ObmNe3kWJGuj9Oc2+08StCURxdAuawgLWKDh/pLstdLH9o+lC/C9gMc1yKAQ/6r0AfeSxAybvJG/I63VRnwsYc7VpaskwkBr8=',
    plaintext:
      '<xml><ToUserName><![CDATA[he.fang]]></ToUserName><FromUserName><![CDATA[wwc0ffee0123456789]]></FromUserName><CreateTime>1767225661</CreateTime><MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[已投票]]></ReplaceName></Button></xml>',
  },
} as const;

export type Vector = (typeof vectors)[keyof typeof vectors];
