/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[r]:super[Symbol.hasInstance](e)}get[r](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function s(t,e,r){throw new LoraError(t,e,r)}var o={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out"}
function i(t,r){const i=Object.keys(e),[a]=i.filter(r=>e[r]===t)
s(a,`${r}: ${o[a]??a}`)}var a=["mse","huber","cosine"],n=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...n.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=Object.fromEntries([...n.keys(),"betas"].map(t=>[t,void 0])),u=new Map(["sgd","momentum","adam","adamw","preconditioned"].map((t,e)=>[t,e])),d={sgd:t=>Math.min(.02,5.12/t),momentum:t=>Math.min(.002,.512/t),adam:t=>Math.min(.003,.1/t),adamw:t=>Math.min(.003,.1/t),preconditioned:()=>.5},l=t=>t.length>80?`${t.slice(0,79)}…`:t,m=t=>l(JSON.stringify(t))
function p(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function f(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=p(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${l(s)}?)`}var g=t=>Object.prototype.toString.call(t).slice(8,-1),_=t=>"string"==typeof t?m(t):l(Object(t)===t?g(t):String(t)),y=(t,e,r,o="LORA_E_TYPE")=>s(o,`${t} must be ${e}, got ${_(r)}`)
function b(t,e,r){const o=O(t,e)
o!==r&&s("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${o}`)}function w(t,e,r,o){const i=O(t,e),a=i/r;(!Number.isInteger(a)||a<1||a>o)&&s("LORA_E_SHAPE",`${t} must have 1 to ${o} rows of ${r} numbers ({ batch: ${o} } when it was created), got ${i} numbers`)
return a}function O(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===g(e))||y(t,"a Float32Array",e)
return e.length}function A(t,e){"number"!=typeof e&&y(t,"a number",e)
Number.isFinite(Math.fround(e))||s("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function v(t,e,r,o,i="LORA_E_RANGE"){"number"!=typeof e&&y(t,"a number",e);(!Number.isInteger(e)||e<r||e>o)&&s(i,`${t} must be a whole number from ${r} to ${o}, got ${e}`)
return e}function E(t,e){const r=A(t,e)
r<0&&s("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function R(t,e){const r=A(t,e)
r>0||s("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function L(t){const e=A("share",t)
e>=0&&e<=1||s("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function k(t,e,r){const o=r.indexOf(e)
o<0&&s("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${_(e)}`+f(e,r))
return o}function S(t,e){"boolean"!=typeof e&&y(t,"true or false",e)
return e}function j(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function I(t,e,r){j(e)||y(`${t}: the argument`,"an object of options",e)
const o={...r}
for(const[i,a]of Object.entries(e)){Object.hasOwn(r,i)||s("LORA_E_OPTION",`${t} has no option ${l(i)}${f(i,Object.keys(r))}; it has `+Object.keys(r).join(", "))
void 0!==a&&(o[i]=a)}return o}var N,M=/* @__PURE__ */Symbol.for("microlora 0.1.0"),$=globalThis
function F(t){const e=t?.[M]
"function"==typeof e&&e()
const r=N
N=void 0
return r}var x=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,M,{value:e=>{void 0===e?N=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:F(t)??y("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return F(this)?.h??"Object"}toJSON(){return T(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=F(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function P(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:T}=x
function B(t,e,r,o,i){const a=F(r)
if(a instanceof o)return a
void 0===a&&void 0!==function(t){let e
const r=t?.[M]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&s(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return y(t,e,r,i)}var C=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),W=class extends x{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[C],configurable:!0})}free(){T(this).v()}[C](){this.free()}},D=[1,2,3,4,5],z=[[1,0,2,0,-1],[0,1,0,-2,1]],H=[[1,2,0,0,4],[0,2,4,0,-2]],G=[1,0,-1,2,.5],U=[2,3,1,4,10],J=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],q=/* @__PURE__ */new Map
function Y(t,e){q.set(t,e)
return t}var V,Q,X=4293918720,K="this is not the microlora.wasm of this release: take the one beside this script",Z=(t=16777216)=>v("memory (bytes)",t,131072,X),tt=class{h="Engine"
ia=q
f=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
4!==e.lora_version?.()&&s("LORA_E_MODULE",K)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.w()}}w(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&s("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.p()}p(){const t=this.b
this.f=this.o(t.lora_transfer(),t.lora_transfer_size())}},et=T,Engine=class extends x{constructor(t,e){const r=new tt(t)
r.G(e)
super(r)
this.simd=r.F
P(this)}get memory(){return et(this).E}get memoryUsage(){return et(this).w()}grow(t){et(this).G(v("grow: bytes",t,1,X))}},rt=t=>function(t){const{b:e,f:r}=t,s=e.lora_create(5,5,z.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(D)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[z,H].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(U)
r.set(G)
e.lora_adapt(s,0,1,1)
const a=o(J)
e.lora_free(s)
return i&&a}(et(t)),st="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ot=t=>"WebAssembly.Module"===g(t)
function it(t){const e=I("init",void 0===t||j(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&s("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:Z(e.memory),simd:void 0===e.simd?void 0:S("simd",e.simd)}}function at(){"object"!=typeof WebAssembly&&s("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function nt(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&s("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&s("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const o=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ot(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":K:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
s("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${o}`,t)}function ht(t){if(ot(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===g(t))(t))return t
s("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${g(t)}`)}async function ct(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ut(t){const e=ot(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function dt(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
return ot(r)||WebAssembly.validate(r)?r:void 0}var lt=(t,e)=>new Engine(t,Z(e.memory))
function mt(t,e){const r=lt(t,e)
rt(r)||s("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&s("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){at()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(g(e))&&(e=await fetch(e))
if("Response"===g(e)){const{ok:t,url:r,status:o,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||s("LORA_E_MODULE",`${r} answered ${o} ${i.get("Content-Type")}, no wasm: put the file there`)}return ht(e)}(t.module)
return mt(await ct(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(await ct(r),t)
if(rt(e))return e}!0===t.simd&&s("LORA_E_SIMD",st)
const o=await(async()=>{throw new Error("this entry carries the SIMD build only, which workerd always has")})().catch(t=>s("LORA_E_SIMD",st,t)),i=lt(await ct(o),t)
rt(i)||s("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return nt(r,t,e)}}function ft(t,e){const{used:r,free:o}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+o||void 0!==e.simd&&e.simd!==t.simd)&&s("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function gt(t){void 0===V&&function(t){Reflect.defineProperty($,M,{value:t,configurable:!0})}(V=t)
return V}async function _t(t){const e=it(t)
if(void 0===V){Q??=pt(e).then(gt).finally(()=>Q=void 0)
await Q}return ft(V,e)}function yt(t){const e=it(t)
return void 0!==V?ft(V,e):gt(function(t){at()
let e
try{if(void 0!==t.module){e=ht(t.module)
return mt(ut(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(ut(r),t)
if(rt(e))return e}return s("LORA_E_SIMD",st)}catch(r){return nt(r,t,e)}}(e))}async function bt(t){return pt(it(t))}function wt(t,r,...o){const a=t.b[r](...o)
a===e.LORA_E_MEMORY&&s("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.w().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
a<0&&i(a,r)
t.p()
return a}var Ot=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?B("engine","one of init or createEngine",r,tt,"LORA_E_OPTION"):T(V??s("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=wt(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?i(r,t):r}j(){0===this.d&&i(e.LORA_E_HANDLE,"after free()")}v(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.q()}}k(){return{}}q(){return{}}},At=4294967295,vt=["A","B"],Et=(t,e)=>v(t,e,1,16384,"LORA_E_SHAPE"),Rt=class extends Ot{constructor(t,e,r,o){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+o
const{dim:i}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===i?2:0)&&s("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===i?Et("in",e.in):Et("dim",i),n=void 0===i?Et("out",e.out):a,h=v("rank",e.rank,1,64,"LORA_E_SHAPE"),l=A("alpha",e.alpha),m=v("batch",e.batch,1,1024),p=[...u.keys()],f=p[k("optimizer",e.optimizer,p)],g=v("seed",e.seed,0,2**32-1),_=S("sharedIO",e.sharedIO),y=void 0!==i
this.H("lora_create",a,n,h,l,void 0===e.learningRate?((t,e)=>d[t](e))(f,a):E("learningRate",e.learningRate),u.get(f),g,Number(y)+2*Number(_),r,o,m)
this.dim=a
this.in=a
this.out=n
this.rank=h
this.alpha=l
this.batch=m
this.seed=g
this.sharedIO=_
this.residual=y
this.optimizer=f
try{this.r(At,function(t){const e=Object.fromEntries(Object.keys(c).map(e=>[e,t[e]]))
"adamw"===t.optimizer&&(e.weightDecay??=.01)
return e}(e))}catch(t){this.v()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}r(t,r){for(const[o,a,h]of function(t){const e=I("options",t,c),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||y("betas","an array of two numbers",e.betas)
const[t,o]=e.betas.map(t=>E("betas",t))
t<1&&o<1&&t**2<o||s("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,o],["betas",4,t])}for(const[t,s]of n)void 0!==e[t]&&r.push([t,s,E(t,e[t])])
return r}(r)){const r=this.c.b.lora_set_option(this.d,t,a,h)
r===e.LORA_E_RANGE&&s("LORA_E_RANGE",`${o} is out of its range, got ${h}; see the types`)
r<0&&i(r,o)}}I(t){const e=this.g(t),[r,s]=vt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.g(t),{A:s,B:o}=I("setWeights",e,{A:void 0,B:void 0})
b("setWeights: A (rank, in)",s,this.rank*this.in)
b("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:a,f:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let h=0;h<this.rank;h++){n.set(e.subarray(h*o,(h+1)*o))
const c=t?a.lora_write_row(this.d,r,s,h):a.lora_check(o)
c<0&&i(c,"setWeights")}})}},Lt=["sum","mean"],kt={loss:"mse",delta:1,reduction:"sum"},St=class extends Rt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
s=this.input
t=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){b("forward: x",e,this.in)
void 0!==r&&b("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.b.lora_forward(this.d,s,1,i)
a<0&&this.i(a,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){b("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?v("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):w("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&b("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.b.lora_forward(this.d,s,a,i?0:1)
n<0&&this.i(n,"forwardBatch",s)
this.t=a
if(i&&void 0===r)return
const h=this.aa(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.s.length===s&&this.s.byteOffset===r||(this.s=e.o(r,s))
return this.s}O(t,e){const r=this.g(t),s=this.c
let o=this.t
if(void 0!==e){o=w("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,o,i){const n=this.g(t),h=this.c
let c=0,u=1,d=0
if(void 0!==i){const t=I("learn",i,kt)
c=k("loss",t.loss,a)
d=k("reduction",t.reduction,Lt)
u=R("delta",t.delta)
1===d&&c===a.indexOf("cosine")&&s("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}b("learn: x",e,o*this.in)
b("learn: target",r,o*this.out)
h.f.set(e)
h.f.set(r,e.length)
const l=h.b.lora_learn(this.d,n,o,c,u,d)
l<-1&&this.i(l,"learn",n)
this.t=o
return l}P(t,e,r,s){const o=w("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.g(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,A("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,r,o){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",o)
t>1e9&&s("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}i(t,r)}},jt=t=>v("rank",t,1,64,"LORA_E_SHAPE")
function It(t,e,r,o){const[{adapters:i}]=t
for(const{adapters:e}of t){e.j()
e.c!==i.c&&s("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.m===i.m||s("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")}const a=i.R({rank:e}),n={adapter:a,keptEnergy:1,foldError:0}
try{const e=T(a)
e.ba(i)
for(let s=0;s<i.m;s++){const i=t.filter(({adapters:t})=>t.ca(s))
i.length>0&&Nt(i,e,s,Number(r),o,n)}}catch(t){a.free()
throw t}return n}function Nt(t,e,r,s,o,a){const n=e.c,h=n.b,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),m=wt(n,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=h.lora_sum_add(m,e.d,r,s)
t<0&&i(t,"sum")}const n=h.lora_sum_take(m,e.d,r,s,o)
n<0&&i(n,"sum")
a.keptEnergy=Math.min(a.keptEnergy,h.lora_sum_kept(m))
a.foldError=Math.max(a.foldError,h.lora_sum_lost(m))}finally{h.lora_free(m)}}var Mt=class t extends St{R(t){return new(q.get(this.h))({...this.k(),engine:this._,...t})}S(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...n].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}ba(t){const{b:e}=this.c
for(let r=0;r<this.m;r++){const s=(s,o=t.a("option",r,s))=>{const a=e.lora_set_option(this.d,r,s,o)
a<0&&i(a,"options")}
s(4,0)
s(5)
for(const t of n.values())s(t)}}ca(t){if(1===this.m||t>=this.$)return!0
this.a("read_numbers",t)
const e=this.c
e.p()
return 1===new Float64Array(e.f.buffer,e.f.byteOffset)[4]}T(e,r){const o=B(r,"an adapter like this one",e,t)
this.j()
o.j()
o.c!==this.c&&s("LORA_E_OPTION",`${r}: the two are in different engines`)
return o}da(){this.j()
const t=this.R({})
try{T(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}ea(t){const r=this.T(t,"copyFrom"),o=this.c.b.lora_copy(this.d,r.d,0)
o===e.LORA_E_SHAPE&&s("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone")
o<0&&i(o,"copyFrom")}fa(t){return It([{adapters:this,weight:1}],jt(t),!1,0).adapter}ga(t,e={}){const r=this.T(t,"update"),{rank:s,maxNorm:o}=I("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return It([{adapters:this,weight:1},{adapters:r,weight:-1}],jt(s),!1,E("update: maxNorm",o))}U(t,e,r){const s=this.g(t),{b:o,f:a}=this.c,n=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=n.subarray(t*this.in,(t+1)*this.in)
a.set(e)
const h=o.lora_merge_row(this.d,s,t,r)
h<0&&i(h,"merge")
e.set(a.subarray(0,this.in))}return n}u(t,e,r){b("W (out, in)",e,this.out*this.in)
e.set(this.U(t,e,r))
return e}V(t){return this.U(t,new Float32Array(this.out*this.in),1)}},$t={temperature:void 0,margin:void 0},Ft=class extends Mt{C(t,e,r,o,a,n={}){const h=this.g(t),c=this.c,{temperature:u,margin:d}=I("contrast",n,$t)
void 0!==u&&void 0!==d&&s("LORA_E_OPTION","contrast: give temperature (InfoNCE) or margin (triplet), not both")
b("contrast: query",e,a*this.in)
b("contrast: positive",r,a*this.out)
const l=a+(void 0===o?0:w("contrast: negatives",o,this.out,65536-a))
l<2&&s("LORA_E_SHAPE","contrast: give at least one negative")
const m=c.b.lora_reserve(this.d,a,l)
m<0&&i(m,"contrast")
c.p()
const p=c.f
p.set(e)
p.set(r,e.length)
void 0!==o&&p.set(o,e.length+r.length)
const f=c.b.lora_contrast(this.d,h,a,l,Number(void 0!==d),void 0!==d?R("margin",d):R("temperature",u??.07))
f<-1&&this.i(f,"contrast",h)
this.t=a
return f}W(t,e,r,s,o){const i=w("contrastBatch: queries",e,this.in,this.batch)
return this.C(t,e,r,s,i,o)}X(t,e){const r=this.g(t),s=this.c
if(void 0!==e){b("accumulate: gradient",e,this.out)
s.f.set(e)}const o=s.b.lora_accumulate(this.d,r,1,void 0===e?0:1)
o<0&&this.i(o,"accumulate",r)}Y(t){const e=this.g(t),r=this.c.b.lora_step(this.d,e)
r<0&&this.i(r,"step",e)}},xt=T
function Pt(t){const e=xt(t)
e.K()
return e}var Tt=class extends W{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
P(this)}get input(){return Pt(this).input}get output(){return Pt(this).output}get gradient(){return Pt(this).gradient}get inputs(){return Pt(this).inputs}get outputs(){return Pt(this).outputs}get gradients(){return Pt(this).gradients}get paramCount(){return xt(this).a("param_count")}get learningRate(){return xt(this).x}set learningRate(t){const e=E("learningRate",t)
xt(this).r(At,{learningRate:e})}},Bt=T,Ct=class extends Tt{clone(){return Bt(this).da()}copyFrom(t){Bt(this).ea(t)}resize(t){return Bt(this).fa(t)}update(t,e){return Bt(this).ga(t,e)}},Wt="MicroLoRA",Dt=T,zt=class extends Ft{q(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Ht=class extends Ct{constructor(t){const e=I(Wt,t,h)
super(new zt(Wt,e,1,0))}forward(t,e){return Dt(this).L(0,t,e)}adapt(t){Dt(this).M(0,t)}forwardBatch(t,e){return Dt(this).N(0,t,e)}adaptBatch(t){Dt(this).O(0,t)}learn(t,e,r){return Dt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Dt(this).P(0,t,e,r)}adaptWithReward(t){Dt(this).Q(0,t)}get deltaNorm(){return Dt(this).a("delta_norm",0)}get adaptCount(){return Dt(this).a("adapt_count",0)}get forwardCount(){return Dt(this).a("forward_count",0)}getWeights(){return Dt(this).I(0)}setWeights(t){
Dt(this).J(0,t)}reset(){Dt(this).a("reset",At)}},Gt=T,MicroLoRA=class extends Ht{static h=Y("MicroLoRA",this)
contrast(t,e,r,s){return Gt(this).C(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return Gt(this).W(0,t,e,r,s)}accumulate(t){Gt(this).X(0,t)}step(){Gt(this).Y(0)}decayToBase(t){Gt(this).a("decay_to_base",0,L(t))}setOptions(t){Gt(this).r(At,t)}getOptions(){return Gt(this).S(0)}delta(){return Gt(this).V(0)}mergeInto(t){return Gt(this).u(0,t,1)}unmergeFrom(t){return Gt(this).u(0,t,-1)}
},Ut=t=>Object.freeze(t.split(" ")),Jt=/* @__PURE__ */Ut("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),qt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ut("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ut("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */Ut("Aggregate GroupBy"),shaping:/* @__PURE__ */Ut("Filter Project Sort Limit Materialize"),
vector:/* @__PURE__ */Ut("VectorDistance Rerank")}),Yt=/* @__PURE__ */Ut("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Vt="ScopedLoRA",Qt=T,Xt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},Kt=class extends Ft{constructor(t){const e=I(Vt,t,Xt),r=void 0===e.scopes?Jt:function(t){
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||y("scopes","an array of names",t)
v("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&s("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),o=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?qt:{})
const i=function(t,e){j(t)&&Object.values(t).every(Array.isArray)||y("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,o=t=>{const o=e.get(t)
void 0===o&&s("LORA_E_SCOPE",`categories: there is no scope ${m(t)}${f(t,[...e.keys()])}`)
r.has(o)&&s("LORA_E_OPTION",`categories: ${l(t)} is there twice`)
r.add(o)
return o}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(o))}(e.categories,o),a=S("categoryFallback",e.categoryFallback)
super(Vt,e,r.length,i.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=o
this.categoryFallback=a
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(a)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}q(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(S("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.ha.get(t)??s("LORA_E_SCOPE",`there is no scope ${l(t)}${f(t,this.scopes)}`):v("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Zt=class extends Ct{constructor(t){super(new Kt(t))}get scopes(){return Qt(this).scopes}get categories(){return Qt(this).categories}scopeName(t){const e=Qt(this)
e.j()
return e.scopes[e.g(t)]}forward(t,e,r){return Qt(this).L(t,e,r)}adapt(t,e){Qt(this).M(t,e)}forwardBatch(t,e,r){return Qt(this).N(t,e,r)}adaptBatch(t,e){Qt(this).O(t,e)}learn(t,e,r,s){return Qt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Qt(this).P(t,e,r,s)}adaptWithReward(t,e){Qt(this).Q(t,e)}deltaNorm(t){return Qt(this).n("delta_norm",t)}adaptCount(t){return Qt(this).n("adapt_count",t)}forwardCount(t){return Qt(this).n("forward_count",t)}get totalAdaptCount(){
return Qt(this).a("total_adapt_count")}get totalForwardCount(){return Qt(this).a("total_forward_count")}get categoryFallback(){return Qt(this).categoryFallback}set categoryFallback(t){Qt(this).Z(t)}getWeights(t){return Qt(this).I(t)}setWeights(t,e){Qt(this).J(t,e)}reset(t){const e=Qt(this)
e.a("reset",void 0===t?At:e.g(t))}},te=T,ScopedLoRA=class extends Zt{static h=Y("ScopedLoRA",this)
contrast(t,e,r,s,o){return te(this).C(t,e,r,s,1,o)}contrastBatch(t,e,r,s,o){return te(this).W(t,e,r,s,o)}accumulate(t,e){te(this).X(t,e)}step(t){te(this).Y(t)}decayToBase(t,e){te(this).n("decay_to_base",t,L(e))}setOptions(t,e){const r=te(this)
r.r(void 0===e?At:r.g(e),t)}getOptions(t){return te(this).S(t)}delta(t){return te(this).V(t)}mergeInto(t,e){return te(this).u(t,e,1)}unmergeFrom(t,e){return te(this).u(t,e,-1)}},ee="TrajectoryBuffer",re=T,se=2**32-1,oe={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function ie(t,e){const r=A(t,e)
r<=0&&s("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var ae=["operator","attention"],ne=class extends Ot{constructor(t){const e=I(ee,t,oe)
super(ee,e.engine)
this.capacity=v("capacity",e.capacity,1,se)
this.dim=v("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=v("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}q(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends W{static h=Y(ee,this)
constructor(t){const e=new ne(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
P(this)}record(t,e,r,s,o){const a=re(this)
b("embedding",t,a.dim)
v("operator",e,0,a.operators-1)
v("attention",r,0,255)
ie("executionMs",s)
ie("baselineMs",o)
const{b:n,f:h}=a.c
h.set(t)
const c=n.lora_trajectory_record(a.d,e,r,s,o)
c<0&&i(c,"record")}get length(){return re(this).a("trajectory_length")}get totalCount(){return re(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return re(this).a("trajectory_success_rate")}get bestImprovement(){return re(this).a("trajectory_best_improvement")}get meanImprovement(){return re(this).a("trajectory_mean_improvement")}get variance(){return re(this).a("trajectory_variance")}get bestAttention(){return re(this).a("trajectory_best_attention")}
highQualityCount(t){return re(this).a("trajectory_high_quality_count",A("threshold",t))}countByOperator(t){const e=re(this)
v("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=re(this)
v("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&y("filter: keep","a function",t)
return[...this].filter(t)}top(t){v("top: count",t,0,se)
const e=Array.from({length:this.length},(t,e)=>({improvement:re(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=k("statistics: by",t,ae),r=(t,r)=>re(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){v("sample: count",t,0,se)
const r=I("sample",e,{by:"uniform",seed:1}),o=1===k("sample: by",r.by,["uniform","improvement"]),i=v("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&s("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(re(this).a("trajectory_draw",Number(o),i,e)))}reset(){re(this).a("trajectory_reset")}}
function he(t,e,r){if(e instanceof Float32Array)return e
const o=null!==e&&"object"==typeof e?Array.from(e):[]
0!==o.length&&o.every(t=>"number"==typeof t)||s("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(o)
b(t,i,r)
return i}var ce=class{constructor(t,e){this.h=t
this.e=e}l(){return T(this.e).l()}v(){this.e.free()}},ue=class extends ce{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,he("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},de=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),le=T,WasmMicroLoRA=class extends W{constructor(t,e,r){const s=new MicroLoRA(de(t,e,r))
super(new ue("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return le(this).inputAddress}get_output_ptr(){return le(this).outputAddress}forward(){le(this).forward(0)}forward_array(t){return le(this).forwardArray(0,t)}adapt(){le(this).prepare(0)
le(this).e.adapt()}adapt_array(t){const e=he("adapt_array: gradient",t,le(this).e.dim)
le(this).prepare(0)
le(this).e.adapt(e)}adapt_with_reward(t){le(this).prepare(0)
le(this).e.adaptWithReward(t)}delta_norm(){return le(this).e.deltaNorm}adapt_count(){return BigInt(le(this).e.adaptCount)}forward_count(){return BigInt(le(this).e.forwardCount-le(this).hidden(0))}param_count(){return le(this).e.paramCount}dim(){return le(this).e.dim}reset(){le(this).e.reset()
le(this).reset()}},me=T,WasmScopedLoRA=class extends W{constructor(t,e,r){const s=new ScopedLoRA(de(t,e,r))
super(new ue("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Jt[t]:void 0)??s("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return me(this).inputAddress}get_output_ptr(){return me(this).outputAddress}forward(t){me(this).forward(t)}forward_array(t,e){return me(this).forwardArray(t,e)}adapt(t){me(this).prepare(t)
me(this).e.adapt(t)}adapt_array(t,e){const r=he("adapt_array: gradient",e,me(this).e.dim)
me(this).prepare(t)
me(this).e.adapt(t,r)}adapt_with_reward(t,e){me(this).prepare(t)
me(this).e.adaptWithReward(t,e)}delta_norm(t){return me(this).e.deltaNorm(t)}adapt_count(t){return BigInt(me(this).e.adaptCount(t))}forward_count(t){return BigInt(me(this).e.forwardCount(t)-me(this).hidden(t))}total_adapt_count(){return BigInt(me(this).e.totalAdaptCount)}total_forward_count(){return BigInt(me(this).e.totalForwardCount-me(this).hiddenInAll)}set_category_fallback(t){me(this).e.categoryFallback=t
me(this).forget()}reset_scope(t){me(this).e.reset(t)
me(this).reset(t)}reset_all(){me(this).e.reset()
me(this).reset()}},pe=t=>T(t).e,WasmTrajectoryBuffer=class extends W{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new ce("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=he("record: embedding",t,pe(this).dim)
pe(this).record(i,e,r,s,o)}success_rate(){return pe(this).successRate}best_improvement(){return pe(this).bestImprovement}mean_improvement(){return pe(this).meanImprovement}variance(){return pe(this).variance}best_attention(){return pe(this).bestAttention}high_quality_count(t){return pe(this).highQualityCount(t)}count_by_operator(t){return pe(this).countByOperator(t)}len(){return pe(this).length}total_count(){return BigInt(pe(this).totalCount)}is_empty(){return pe(this).isEmpty}reset(){
pe(this).reset()}}
function fe(t,e={}){Array.isArray(t)&&0!==t.length||y("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{j(t)||y("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=I("average",t,{adapter:void 0,weight:1})
return{adapters:B("average: adapter","a MicroLoRA or ScopedLoRA",e,Mt),weight:E("average: weight",r)}})
r.every(({weight:t})=>0===t)&&s("LORA_E_RANGE","average: one weight at least must be above 0")
const o=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=I("average",e,{rank:o})
return It(r,jt(i),!0,0)}export{qt as DEFAULT_CATEGORIES,Jt as DEFAULT_SCOPES,LoraError,MicroLoRA,Yt as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,fe as average,bt as createEngine,_t as default,yt as initSync}

